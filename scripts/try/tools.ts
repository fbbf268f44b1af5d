/**
 * Lets tools that share no code with Redocly read the contract: two validators have to accept it,
 * and what three generators make of it has to compile.
 *
 * Usage: npm run check -- tools        (installs the tools in a temporary folder)
 */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { styleText } from "node:util";
import { createProject, type Project } from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals, make } from "@partner-center/lib/run";
import { readBundle } from "@partner-center/spec";

interface Tool {
  name: string;
  kind: "validator" | "generator";
  dependencies: Record<string, string>;
  /** Reads openapi.json; a generator writes TypeScript and returns the file to compile. */
  run(project: Project): Promise<string | undefined>;
}

const typescript = { typescript: "5.9.3" };

const readmeScript = `
import { compileErrors, validate } from "@readme/openapi-parser";
const result = await validate("openapi.json");
if (!result.valid || result.warnings.length > 0) throw new Error(compileErrors(result));
`;

const tools: Tool[] = [
  {
    name: "@readme/openapi-parser",
    kind: "validator",
    dependencies: { "@readme/openapi-parser": "9.0.0" },
    run: async (project) => void (await project.run("node", "readme.js")),
  },
  {
    name: "@seriousme/openapi-schema-validator",
    kind: "validator",
    dependencies: { "@seriousme/openapi-schema-validator": "2.11.0" },
    run: async (project) =>
      void (await project.run("pnpm", "exec", "validate-api", "openapi.json")),
  },
  {
    name: "@hey-api/openapi-ts",
    kind: "generator",
    dependencies: { "@hey-api/openapi-ts": "0.99.0" },
    run: async (project) => {
      const output = ["-i", "openapi.json", "-o", "hey-api", "--no-log-file"];
      await project.run("pnpm", "exec", "openapi-ts", ...output);
      return "hey-api/index.ts";
    },
  },
  {
    name: "swagger-typescript-api",
    kind: "generator",
    dependencies: { "swagger-typescript-api": "13.13.0" },
    run: async (project) => {
      const output = ["-p", "openapi.json", "-o", "swagger", "-n", "api.ts"];
      await project.run("pnpm", "exec", "swagger-typescript-api", "generate", ...output);
      return "swagger/api.ts";
    },
  },
  {
    name: "oazapfts",
    kind: "generator",
    dependencies: { oazapfts: "7.5.0", "@oazapfts/runtime": "1.2.0" },
    run: async (project) => {
      await project.run("pnpm", "exec", "oazapfts", "openapi.json", "oazapfts.ts");
      return "oazapfts.ts";
    },
  },
];

/** Runs one tool; throws with its words when it does not accept the contract. */
async function tryTool({ dependencies, run: read }: Tool, contract: string): Promise<void> {
  using project = await createProject(
    { ...typescript, ...dependencies },
    { "openapi.json": contract, "readme.js": readmeScript },
  );
  const modules = readdirSync(join(project.folder, "node_modules/.pnpm"));
  if (modules.some((name) => name.startsWith("@redocly"))) {
    throw new Error("It brings code of Redocly's along, so it is no second opinion.");
  }
  const output = await read(project);
  if (output === undefined) return;
  if (!existsSync(join(project.folder, output))) throw new Error(`It wrote no ${output}`);
  const options = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2022"];
  const modulesAs = ["--module", "esnext", "--moduleResolution", "bundler"];
  const dom = ["--lib", "es2022,dom,dom.iterable"];
  await project.run("pnpm", "exec", "tsc", ...options, ...modulesAs, ...dom, output);
}

async function main(): Promise<void> {
  await make("bundle", "spec");
  const contract = readBundle();
  let accepted = 0;
  for (const tool of tools) {
    try {
      await tryTool(tool, contract);
      accepted++;
      const verdict = tool.kind === "validator" ? "accepts it" : "accepts it, its output compiles";
      console.log(`${tool.name}: ${styleText("green", verdict)}`);
    } catch (error) {
      console.log(`${tool.name}: ${styleText("red", "fails")}`);
      console.error(error instanceof Error ? error.message : error);
    }
  }
  console.log(`tools: ${accepted} of ${tools.length} accept the contract`);
  if (accepted < tools.length) process.exitCode = 1;
}

readArguments();
exitOnSignals();
await main();

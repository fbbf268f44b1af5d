import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contract } from "./contract.ts";

/** The folder of the contract. */
export const specFolder = fileURLToPath(new URL("..", import.meta.url));

const cli = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);

/** Runs the Redocly CLI in the folder of the contract and resolves to what it printed. */
export async function redocly(...parameters: string[]): Promise<string> {
  const { error, stdout, stderr } = await runRedocly(parameters);
  // Lint ends with 1 when it has found something: that is an answer too.
  if (error && stdout === "") throw new Error(stderr, { cause: error });
  return stdout;
}

/** As {@link redocly}, for commands whose exit code is their verdict. @throws with what it printed */
export async function redoclyOrThrow(...parameters: string[]): Promise<string> {
  const { error, stdout, stderr } = await runRedocly(parameters);
  if (error) throw new Error(`redocly ${parameters[0]} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** Everything that Redocly prints in a folder, whatever it finds. */
export async function printedBy(folder: string, ...parameters: string[]): Promise<string> {
  const { stdout, stderr } = await runRedocly(parameters, folder);
  return stdout + stderr;
}

type Outcome = { error: Error | null; stdout: string; stderr: string };

function runRedocly(parameters: string[], folder = specFolder): Promise<Outcome> {
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...parameters],
      { cwd: folder, env: environment, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => resolve({ error, stdout, stderr }),
    );
  });
}

export type LintResult = {
  totals: { errors: number; warnings: number; ignored: number };
  problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
};

/** What lint finds in a file, by the rules of redocly.yaml. */
export async function lint(file: string): Promise<LintResult> {
  return JSON.parse(await redocly("lint", file, "--config=redocly.yaml", "--format=json"));
}

/** The contract in one piece, made from the source as it is now. */
export async function bundle(): Promise<Contract> {
  return JSON.parse(await redocly("bundle", "openapi.yaml", "--ext=json"));
}

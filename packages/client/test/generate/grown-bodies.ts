import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import type { Refuse, Schema } from "@partner-center/spec";
import { build } from "esbuild";
import { generateExamples } from "../../generate/examples.ts";
import { generateValidators } from "../../generate/validators.ts";
import type { TestFetch } from "../../src/testing/index.ts";
import type { ResponseReport, ValidationReport } from "../../src/validate/index.ts";

const client = join(import.meta.dirname, "../..");

/** The entries `validate` and `testing` of a client whose contract is only known at run time. */
export interface Bodies {
  inspect(name: string, value: unknown): ValidationReport;
  validate(options: {
    mode: "throw" | "warn";
    report?: (report: ResponseReport) => void;
  }): (body: unknown, operation: string, status: number) => ValidationReport["violations"];
  schemas: Record<string, unknown>;
  examples: Record<string, Record<string, unknown>>;
  createTestFetch(...responses: unknown[]): TestFetch;
}

/** The generated files of validators and test kit, by their paths. */
export function generateBodies(bundle: string, refuse?: Refuse): Map<string, string> {
  const folder = join(client, "src/generated");
  return new Map([
    [join(folder, "validators.ts"), generateValidators(bundle, refuse)],
    [join(folder, "examples.ts"), generateExamples(bundle, refuse)],
  ]);
}

/** Validators and test kit of a bundle, ready to be called. */
export async function loadBodies(bundle: string, refuse?: Refuse): Promise<Bodies> {
  const files = generateBodies(bundle, refuse);
  const entries = ["validate", "testing"].map((name) => `export * from "./src/${name}/index.ts";`);
  const { outputFiles } = await build({
    stdin: { contents: entries.join("\n"), resolveDir: client, loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [
      {
        name: "generated",
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]generated[\\/]/ }, ({ path }) => {
            return { contents: files.get(path) ?? readFileSync(path, "utf8"), loader: "ts" };
          });
        },
      },
    ],
  });
  using folder = temporaryFolder("grown-bodies-");
  const file = join(folder.path, "bodies.mjs");
  writeFileSync(file, outputFiles[0]?.contents ?? "");
  const bodies: Bodies = await import(/* @vite-ignore */ file);
  return bodies;
}

/** A contract of nothing but schemas. */
export function contractOf(schemas: Record<string, Schema>, openapi = "3.1.0"): string {
  const info = { title: "Invented", version: "1" };
  return JSON.stringify({ openapi, info, paths: {}, components: { schemas } });
}

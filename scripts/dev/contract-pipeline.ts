/** From the contract to the files generated from it, as turbo's tasks make them, in this process. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Generator } from "@partner-center/lib/generated-file";
import { clientGenerators } from "../../packages/client/generate/generate.ts";
import { generateTypes } from "../../packages/types/generate/generate.ts";
import { describeLint, lintArguments, linted } from "../../spec/checks/lint.ts";
import { Redocly } from "./redocly.ts";

const root = dirname(fileURLToPath(new URL("../../spec", import.meta.url)));
const spec = relative(process.cwd(), join(root, "spec"));
const source = join(spec, "openapi.yaml");
const config = `--config=${join(spec, "redocly.yaml")}`;
const bundles = ["openapi.json", "openapi.yaml"];
/** Takes the bundles until they have proved good; on the disk of spec/dist, so that a move is one step. */
const next = join(root, "spec/dist/.next");

/** What `npm run generate` writes, and from what. */
const generators: Record<string, Generator> = {
  "packages/types/src/openapi.ts": generateTypes,
  ...clientGenerators,
};

/** The files that come out, from the root. */
export const generatedFiles = Object.keys(generators);

export interface ContractPipeline {
  /**
   * Lints and bundles the contract as it is on disk. Touches nothing that others read.
   *
   * @returns what is wrong, as `npm run lint` says it, empty when nothing is
   */
  check(): Promise<string>;
  /** Puts the bundles that were checked into spec/dist; tells whether they are new. */
  publish(): boolean;
  /** Writes what is generated from the published bundle, each file only when it changes. */
  generate(): Promise<void>;
  /** Forgets the rules that were loaded: they have changed. */
  reloadRules(): void;
}

/** Loads Redocly, twice: the contract is linted and bundled at the same time. */
export function contractPipeline(): ContractPipeline {
  const linter = new Redocly();
  const bundler = new Redocly();

  async function bundle(): Promise<string> {
    for (const name of bundles) {
      const output = relative(process.cwd(), join(next, name));
      const run = await bundler.run("bundle", source, config, `--output=${output}`);
      if (run.code !== 0) return run.output;
    }
    return "";
  }

  async function lint(): Promise<string> {
    for (const [file, configuration] of linted) {
      const run = await linter.run(...lintArguments(join(spec, file), join(spec, configuration)));
      const findings = describeLint(run.output, process.cwd(), root);
      if (findings) return findings;
    }
    return "";
  }

  return {
    async check() {
      const [findings, broken] = await Promise.all([lint(), bundle()]);
      return findings || broken;
    },
    publish() {
      const isNew = bundles.some(
        (name) => !isSame(join(next, name), join(root, "spec/dist", name)),
      );
      for (const name of bundles) renameSync(join(next, name), join(root, "spec/dist", name));
      rmSync(next, { recursive: true });
      return isNew;
    },
    async generate() {
      const contract = readFileSync(join(root, "spec/dist/openapi.json"), "utf8");
      for (const [path, generate] of Object.entries(generators)) {
        writeIfNew(join(root, path), await generate(contract));
      }
    },
    reloadRules() {
      linter.restart();
      bundler.restart();
    },
  };
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function writeIfNew(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

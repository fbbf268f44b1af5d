/** From the contract to the files generated from it, as turbo's tasks make them, in this process. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Generator } from "@partner-center/lib/generated-file";
import { readBundle, specFolder } from "@partner-center/spec";
import { bundleNames, writeBundles } from "@partner-center/spec/bundle";
import { lintFiles } from "@partner-center/spec/lint";
import { Redocly } from "@partner-center/spec/redocly";
import { clientGenerators } from "../../packages/client/generate/generate.ts";
import { generateTypes } from "../../packages/types/generate/generate.ts";

const root = resolve(specFolder, "..");
const dist = join(specFolder, "dist");
/** Takes the bundles until they have proved good; on the disk of spec/dist, so that a move is one step. */
const next = join(dist, ".next");

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

  const bundle = () =>
    writeBundles(next, bundler).then(
      () => "",
      (error) => error.message,
    );

  return {
    async check() {
      const [findings, broken] = await Promise.all([lintFiles({ cli: linter }), bundle()]);
      return findings || broken;
    },
    publish() {
      const isNew = bundleNames.some((name) => !isSame(join(next, name), join(dist, name)));
      for (const name of bundleNames) renameSync(join(next, name), join(dist, name));
      rmSync(next, { recursive: true });
      return isNew;
    },
    async generate() {
      const contract = readBundle();
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

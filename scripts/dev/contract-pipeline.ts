/** From the contract to the files generated from it, as turbo's tasks make them, in this process. */
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Generators, writeGenerated } from "@partner-center/lib/generated-file";
import { readBundle, specFolder } from "@partner-center/spec";
import { bundleNames, writeBundles } from "@partner-center/spec/bundle";
import { lintFiles } from "@partner-center/spec/lint";
import { Redocly } from "@partner-center/spec/redocly";
import { clientGenerators } from "../../packages/client/generate/generate.ts";
import { generateTypes } from "../../packages/types/generate/generate.ts";

const dist = join(specFolder, "dist");
/** Holds the bundles until the lint is through; on the disk of spec/dist, so that a move is one step. */
const next = join(dist, ".next");

const generators: Generators = {
  "packages/types/src/openapi.ts": generateTypes,
  ...clientGenerators,
};

/** What `npm run generate` writes, from the root. */
export const generatedFiles = Object.keys(generators);

/** Two, so that the contract is linted and bundled at the same time. */
const [linter, bundler] = [new Redocly(), new Redocly()];

/**
 * Lints and bundles the contract as it is on disk. Changes nothing that others read.
 *
 * @returns what is wrong, as `npm run lint` prints it, empty when nothing is
 */
export async function checkContract(): Promise<string> {
  const bundling = writeBundles(next, bundler).then(
    () => "",
    ({ message }: Error) => message,
  );
  const [findings, problem] = await Promise.all([lintFiles({ cli: linter }), bundling]);
  return findings || problem;
}

/** Moves the checked bundles into spec/dist. @returns whether they differ from those before */
export function publishBundles(): boolean {
  const isNew = bundleNames.some((name) => !isSame(join(next, name), join(dist, name)));
  for (const name of bundleNames) renameSync(join(next, name), join(dist, name));
  rmSync(next, { recursive: true });
  return isNew;
}

/** Writes what is generated from the published bundle, each file only when it changes. */
export const generate = () => writeGenerated(generators, readBundle());

/** Loads the rules again, because they have changed. */
export function reloadRules(): void {
  linter.restart();
  bundler.restart();
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

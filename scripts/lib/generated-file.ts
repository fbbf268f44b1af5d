/** Writes files that are made from the bundled contract, or compares them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { main } from "./main.ts";

/** Makes the content of a file from the bundled contract as JSON. */
export type Generator = (bundle: string) => string | Promise<string>;

/** By the path of the file that each makes, from the root of the repository. */
export type Generators = Record<string, Generator>;

/** The command of a generator: writes its files, or with `--check` fails when one differs. */
export async function updateGenerated(
  meta: ImportMeta,
  generators: Generators,
  readBundle: () => string,
): Promise<void> {
  await main(meta, { options: { check: { type: "boolean" } } }, ({ values }) =>
    writeGenerated(generators, readBundle(), values),
  );
}

/** Writes each file that differs from what its generator makes. With `check` that is an error. */
export async function writeGenerated(
  generators: Generators,
  bundle: string,
  { check = false } = {},
): Promise<void> {
  const stale: string[] = [];
  for (const [path, generate] of Object.entries(generators)) {
    const file = new URL(`../../${path}`, import.meta.url);
    const content = await generate(bundle);
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    if (check) stale.push(`${path} is not what the contract in spec/ gives.`);
    else writeFileSync(file, content);
  }
  if (stale.length === 0) return;
  const advice = "Run: npm run generate, look at the difference and commit it.";
  throw new Error([...stale, advice].join("\n"));
}

/** Writes files that are made from the bundled contract, or compares them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { main } from "./main.ts";

/** Makes the content of a file from the bundled contract as JSON. */
export type Generator = (bundle: string) => string | Promise<string>;

/**
 * The command of a generator: writes its files, or with `--check` only compares them and fails when
 * one differs.
 *
 * @param generators by the path of the file, from the root of the repository
 * @param readBundle reads the contract
 */
export async function updateGenerated(
  meta: ImportMeta,
  generators: Record<string, Generator>,
  readBundle: () => string,
): Promise<void> {
  await main(meta, { options: { check: { type: "boolean" } } }, async ({ values }) => {
    const bundle = readBundle();
    for (const [path, generate] of Object.entries(generators)) {
      const file = new URL(`../../${path}`, import.meta.url);
      const generated = await generate(bundle);
      if (!values.check) {
        writeFileSync(file, generated);
      } else if (existsSync(file) && readFileSync(file, "utf8") === generated) {
        console.log(`${path} is what the contract gives`);
      } else {
        console.error(`${path} is not what the contract in spec/ gives.`);
        console.error("Run: npm run generate, look at the difference and commit it.");
        process.exitCode = 1;
      }
    }
  });
}

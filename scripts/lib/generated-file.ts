/** Writes a file that is made from the bundled contract, or compares it. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { readArguments } from "./main.ts";

const bundlePath = new URL("../../spec/dist/openapi.json", import.meta.url);

/** The text of the bundled contract. @throws when it isn't there, naming the command that makes it */
export function readBundle(): string {
  if (!existsSync(bundlePath)) {
    throw new Error("spec/dist/openapi.json is missing; run: npm run generate");
  }
  return readFileSync(bundlePath, "utf8");
}

/** Makes the text of a file from the text of the bundled contract. */
export type Generator = (bundle: string) => string | Promise<string>;

/**
 * Does what the command line of a generator asks for: writes the files, or with `--check` only
 * compares them and sets the exit code.
 *
 * @param generators by the path of the file, from the root of the repository
 */
export async function updateGenerated(generators: Record<string, Generator>): Promise<void> {
  const { values } = readArguments({ options: { check: { type: "boolean", default: false } } });
  const bundle = readBundle();
  for (const [path, generate] of Object.entries(generators)) {
    updateFile(path, await generate(bundle), values.check);
  }
}

function updateFile(path: string, generated: string, isCheck: boolean): void {
  const file = new URL(`../../${path}`, import.meta.url);
  if (!isCheck) {
    writeFileSync(file, generated);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== generated) {
    console.error(
      `${path} is not what the contract in spec/ gives.\n` +
        "Run: npm run generate, look at the difference and commit it.",
    );
    process.exitCode = 1;
  } else {
    console.log(`${path} is what the contract gives`);
  }
}

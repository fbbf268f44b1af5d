/** Writes a file that is made from the bundled contract, or compares it. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const bundlePath = new URL("../spec/dist/openapi.json", import.meta.url);

/** The text of the bundled contract. @throws when it isn't there, naming the command that makes it */
export function readBundle(): string {
  if (!existsSync(bundlePath)) {
    throw new Error("spec/dist/openapi.json is missing; run: npm run generate");
  }
  return readFileSync(bundlePath, "utf8");
}

/**
 * Does what the command line of a generator asks for: writes the file, or with `--check` only
 * compares it and sets the exit code.
 *
 * @param path of the file, from the root of the repository
 * @param generate makes its text from the text of the bundled contract
 */
export async function updateGenerated(
  path: string,
  generate: (bundle: string) => string | Promise<string>,
): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const file = new URL(`../${path}`, import.meta.url);
  const generated = await generate(readBundle());
  if (!values.check) {
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

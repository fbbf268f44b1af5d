/** Reads the contract that the check makes everything from. */
import { existsSync } from "node:fs";
import { refuse } from "@partner-center/lib/main";
import { InvalidContractError, lint, readAnyContract } from "@partner-center/spec/any-contract";

/** @throws with a sentence that says what to fix, when the file can't be read as OpenAPI 3.0 or 3.1 */
export async function readContract(file: string, name = file) {
  if (!existsSync(file)) {
    refuse(`Unknown: ${name}. There is no such file; give an OpenAPI description, YAML or JSON.`);
  }
  const read = await readAnyContract(file, name);
  const { openapi } = read.contract;
  if (!/^3\.[01]\./.test(openapi)) {
    throw new InvalidContractError(
      `${name} is OpenAPI ${openapi}. Give one of version 3.0 or 3.1.`,
    );
  }
  const findings = (await lint(file)).filter(({ severity }) => severity === "error");
  /** Where it breaks OpenAPI's own rules. */
  const flaws = findings.map(({ message, location }) =>
    `${location[0]?.pointer ?? ""} ${message}`.trim(),
  );
  return { ...read, flaws };
}

/**
 * Counts what one getOrder call costs the type checker, in instantiations over an empty file, with
 * the built packages as a consumer sees them. More than 500 fails: editors would feel it.
 *
 * Usage: node scripts/check-type-cost.ts     (needs a build)
 */
import { fileURLToPath } from "node:url";
import ts from "typescript";

const limit = 500;

// A file of this name in the package may import the package by its name, through its exports map.
const file = fileURLToPath(new URL("../packages/client/type-cost.ts", import.meta.url));

const call = `
import { createClient } from "@partner-center/client";
const client = createClient({ credential: "token" });
const { data } = await client.getOrder({ customerId: "a", orderId: "b", includePrice: true });
export const { status, lineItems } = data;
`;

/** How many instantiations the checker makes for a file. @throws when the file has a type error */
export function countInstantiations(text: string, skipLibCheck = true): number {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
    noEmit: true,
    skipLibCheck,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, language, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, language)
      : getSourceFile(name, language, ...rest);
  const program = ts.createProgram([file], options, host);
  const [problem] = ts.getPreEmitDiagnostics(program);
  if (problem) {
    const message = ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    throw new Error(`The call does not compile: ${message}`);
  }
  return program.getInstantiationCount();
}

if (import.meta.main) {
  const cost = countInstantiations(call) - countInstantiations("export {};");
  // With every declaration file checked as well, as `skipLibCheck: false` does.
  const fullCost = countInstantiations(call, false) - countInstantiations("export {};", false);
  console.log(
    `getOrder costs ${cost} instantiations, ${fullCost} with all declarations checked, ` +
      `of ${limit} allowed (TypeScript ${ts.version})`,
  );
  if (Math.max(cost, fullCost) > limit) process.exitCode = 1;
}

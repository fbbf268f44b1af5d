/**
 * Counts what one getOrder call costs the type checker, in instantiations over an empty file, with
 * the built packages as a consumer sees them. More than 500 would slow editors down, and fails.
 *
 * Usage: node scripts/check/type-cost.ts     needs a build
 */
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { createVirtualProgram, problemsOf } from "@partner-center/lib/virtual-program";
import ts from "typescript";

const limit = 500;

// A file in the package may import the package by name, through its exports map.
const file = join(import.meta.dirname, "../../packages/client/type-cost.ts");

const call = `
import { createClient } from "@partner-center/client";
const client = createClient({ credential: "token" });
const { data } = await client.getOrder({ customerId: "a", orderId: "b", includePrice: true });
export const { status, lineItems } = data;
`;

/** How many instantiations the checker makes for a file. @throws when the file has a type error */
export function countInstantiations(text: string, skipLibCheck = true): number {
  const program = createVirtualProgram(file, text, { skipLibCheck });
  const [problem] = problemsOf(program);
  if (problem) throw new Error(`The call does not compile: ${problem}`);
  return program.getInstantiationCount();
}

await main(import.meta, {}, () => {
  const cost = countInstantiations(call) - countInstantiations("export {};");
  // With every declaration file checked as well, as `skipLibCheck: false` does.
  const fullCost = countInstantiations(call, false) - countInstantiations("export {};", false);
  console.log(
    `getOrder costs ${cost} instantiations, ${fullCost} with all declarations checked, ` +
      `of ${limit} allowed (TypeScript ${ts.version})`,
  );
  if (Math.max(cost, fullCost) > limit) process.exitCode = 1;
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../../../packages/client/test/generate/grown.ts";
import { hundredOperations } from "../../../../packages/client/test/generate/hundred-operations.ts";
import {
  createVirtualProgram,
  problemsOf,
} from "../../../../packages/types/test/virtual-program.ts";

// A file in the package may import the package by name, through its exports map.
const file = join(import.meta.dirname, "../../../../packages/client/type-cost.ts");

const call = `
import { createClient } from "@partner-center/client";
const client = createClient({ credential: "token" });
const { data } = await client.getOrder({ customerId: "a", orderId: "b", includePrice: true });
export const { status, lineItems } = data;
`;

/** How many instantiations the checker makes for a file. @throws when the file has a type error */
function countInstantiations(source: string, skipLibCheck: boolean): number {
  const program = createVirtualProgram(file, source, { skipLibCheck });
  expect(problemsOf(program)).toEqual([]);
  return program.getInstantiationCount();
}

test.each([
  ["one getOrder", true],
  ["one getOrder, with every declaration file checked", false],
])("%s costs the type checker at most 500 instantiations", (_name, skipLibCheck) => {
  const cost =
    countInstantiations(call, skipLibCheck) - countInstantiations("export {};", skipLibCheck);
  console.info(`instantiations: ${cost}`);
  // More would slow editors down.
  expect(cost).toBeLessThanOrEqual(500);
});

test("it does so with 100 further operations, and so does one of them", async () => {
  const ofOrder = call.replace("@partner-center/client", "./index.ts");
  const ofDevice = ofOrder
    .replace(/getOrder.*/, "getInventedDevice({ customerId: 'a', deviceId: 'b' });")
    .replace(/status.*\}/, "deviceId }");
  const without = await compile(hundredOperations, 'import "./index.ts";');
  for (const program of [ofOrder, ofDevice]) {
    const { problems, instantiations } = await compile(hundredOperations, program);
    expect(problems).toEqual([]);
    const cost = instantiations - without.instantiations;
    console.info(`instantiations, one of 101 operations: ${cost}`);
    expect(cost).toBeLessThanOrEqual(500);
  }
});

test("a call that does not compile is told", () => {
  const program = createVirtualProgram(file, call.replace("orderId", "orderNumber"));
  expect(problemsOf(program)).toEqual([expect.stringContaining("orderNumber")]);
});

import { expect, test } from "vitest";
import { measureCoverage } from "../checks/check-coverage.ts";
import { addCompleteExamples } from "../checks/complete-examples.ts";
import { describeCoverage, isComplete, readCoverage } from "../checks/coverage.ts";
import { type Contract, resolve } from "../contract.ts";

test.concurrent("the workflows use every operation, parameter, property and status", {
  timeout: 60_000,
}, async () => {
  const coverage = await measureCoverage();
  console.info(describeCoverage(coverage));
  expect(coverage.missing).toEqual([]);
  expect(isComplete(coverage)).toBe(true);
});

test.concurrent("a body that breaks the contract fails the run and is named", {
  timeout: 60_000,
}, async () => {
  await expect(measureCoverage(serving({ totalPrice: "free" }))).rejects.toThrow("totalPrice");
});

test.concurrent("a body that lacks properties leaves the coverage below 100 %", {
  timeout: 60_000,
}, async () => {
  const coverage = await measureCoverage(serving({}));
  expect(isComplete(coverage)).toBe(false);
  expect(coverage.missing).toContain("getOrder 200 property client.deviceFamily");
});

/** Makes the mock serve this body in place of the complete order. */
function serving(value: unknown) {
  return (contract: Contract) => {
    const prepared = addCompleteExamples(contract);
    const { OrderFound } = prepared.components?.responses ?? {};
    const media = OrderFound && resolve(prepared, OrderFound).content?.["application/json"];
    Object.assign(media?.examples ?? {}, { complete: { value } });
    return prepared;
  };
}

const figures = { covered: 1, total: 2 };
const report = {
  version: 1,
  totals: { operations: figures, parameters: figures, properties: figures, responses: figures },
  operations: [
    {
      operationId: "getOrder",
      missing: [
        { kind: "parameter", name: "ms-cv", in: "header" },
        { kind: "property", target: "response", status: "200", path: "links.self.body" },
        { kind: "response", status: "429" },
      ],
    },
  ],
};

test("everything that is missing is described", () => {
  const coverage = readCoverage(JSON.stringify(report));
  expect(isComplete(coverage)).toBe(false);
  expect(describeCoverage(coverage)).toBe(`operations  1 of 2, 50 %
parameters  1 of 2, 50 %
properties  1 of 2, 50 %
responses   1 of 2, 50 %
missing: getOrder parameter ms-cv
missing: getOrder 200 property links.self.body
missing: getOrder 429 response`);
});

test.each([
  ["another version", { ...report, version: 2 }, "version 2"],
  [
    "a kind that is not counted",
    { ...report, totals: { ...report.totals, responses: undefined } },
    "no figures for responses",
  ],
  [
    "nothing to count",
    { ...report, totals: { ...report.totals, parameters: { covered: 0, total: 0 } } },
    "no figures for parameters",
  ],
])("a report with %s is an error, not a coverage", (_what, wrong, problem) => {
  // biome-ignore format: a table
  expect(() => readCoverage(JSON.stringify(wrong))).toThrow(problem);
});

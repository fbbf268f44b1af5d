import { join } from "node:path";
import { expect, test } from "vitest";
import { measureCoverage } from "../checks/check-coverage.ts";
import { addCompleteExamples } from "../checks/complete-examples.ts";
import { describeCoverage, isComplete, readCoverage } from "../checks/coverage.ts";
import {
  type Contract,
  findOperation,
  jsonOf,
  operationsOf,
  parseContract,
  resolve,
  specFolder,
} from "../contract.ts";
import { startMock } from "../mock.ts";
import { bundleContract, redocly } from "../redocly.ts";
import { growContract } from "./grown-contract.ts";

const contract = parseContract(await bundleContract());

test.concurrent("the calls use every operation, parameter, property and status", async () => {
  const coverage = await measureCoverage(contract);
  console.info(describeCoverage(coverage));
  expect(coverage.missing).toEqual([]);
  expect(isComplete(coverage)).toBe(true);
});

test.concurrent("they do so when the contract gains operations of other kinds", async () => {
  const coverage = await measureCoverage(growContract(contract));
  expect(coverage.missing).toEqual([]);
  expect(isComplete(coverage)).toBe(true);
  expect(coverage.totals.operations.total).toBeGreaterThan(operationsOf(contract).length);
});

test.concurrent("the calls of the live check can be tried on the mock", async () => {
  await using mock = await startMock();
  const workflow = join(specFolder, "workflows/read-orders.arazzo.yaml");
  const inputs = ["token=any", "customerId=any", "orderId=any"];
  const run = await redocly.run(
    "respect",
    workflow,
    `--server=orders=${mock.url}`,
    ...inputs.map((input) => `--input=${input}`),
  );
  expect(run).toMatchObject({ code: 0 });
});

test.concurrent("a request body that breaks the contract fails the run and is named", async () => {
  const sending = (grown: Contract) => {
    const prepared = addCompleteExamples(grown);
    const { requestBody = {} } = findOperation(prepared, "addInvented").operation;
    const media = jsonOf(resolve(prepared, requestBody).content);
    Object.assign(media?.examples ?? {}, { complete: { value: { title: "No parts" } } });
    return prepared;
  };
  await expect(measureCoverage(growContract(contract), sending)).rejects.toThrow("addInvented");
});

test.concurrent("a body that breaks the contract fails the run and is named", async () => {
  await expect(measureCoverage(contract, serving({ totalPrice: "free" }))).rejects.toThrow(
    "totalPrice",
  );
});

test.concurrent("a body that lacks properties leaves the coverage below 100 %", async () => {
  const coverage = await measureCoverage(contract, serving({}));
  expect(isComplete(coverage)).toBe(false);
  expect(coverage.missing).toContain("getOrder 200 property client.deviceFamily");
});

/** Makes the mock serve this body in place of all orders. */
function serving(value: unknown) {
  return (contract: Contract) => {
    const prepared = addCompleteExamples(contract);
    const response = findOperation(prepared, "getOrder").operation.responses?.["200"] ?? {};
    const media = jsonOf(resolve(prepared, response).content);
    Object.assign(media ?? {}, { examples: { complete: { value } } });
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
        { kind: "property", target: "request", path: "lines[].note" },
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
missing: getOrder request property lines[].note
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

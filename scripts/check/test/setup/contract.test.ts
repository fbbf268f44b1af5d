import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { compile, runCalls, writeCalls } from "../../contract/calls.ts";
import { type Trial, trialsOf } from "../../contract/examples.ts";
import { readContract } from "../../contract/read-contract.ts";

/** Each makes a site and compiles twice, beside other tests. */
const root = join(import.meta.dirname, "../../../..");

const fixture = (name: string) => `spec/test/contracts/${name}.yaml`;

/** What `npm run check -- contract` prints of a fixture, and what it left. */
async function check(name: string, folder: string): Promise<string> {
  const options = [fixture(name), "--out", folder];
  const printed = await run("node", ["scripts/check/contract.ts", ...options], { capture: true });
  return printed.slice(printed.indexOf("\n\n") + 2);
}

test("everything is made of eight operations with bodies and enums, and tried", async () => {
  using folder = temporaryFolder("contract-test-");
  const printed = await check("agreements", folder.path);
  expect(printed).toBe(`              operations   schemas
  types           8 of 8  10 of 10
  client          8 of 8  10 of 10
  validators      8 of 8  10 of 10
  test kit        8 of 8  10 of 10
  docs            8 of 8  10 of 10

8 of 8 operations called.
`);
  for (const file of ["types/src/openapi.ts", "client/src/index.ts", "docs/index.html"]) {
    expect(existsSync(join(folder.path, file))).toBe(true);
  }
  expect(existsSync(join(folder.path, "client/src/order-status.ts"))).toBe(false);

  // Wrong values, in the same folder: what does not compile and calls that fail are told by operation.
  const { contract } = await readContract(join(root, fixture("agreements")));
  const trials = (await trialsOf(contract)).map((trial): Trial => {
    const { placed, response, parameters } = trial;
    if (placed.id === "getAgreement") {
      return { ...trial, parameters: parameters.map((each) => ({ ...each, value: 7 })) };
    }
    if (placed.id !== "getTemplate") return trial;
    const body = { value: { id: 7, name: "Customer agreement" }, isExample: false };
    return { ...trial, response: { ...response, body } };
  });
  writeCalls(folder.path, trials);
  const errors = await compile(folder.path);
  expect([...errors.keys()]).toEqual(["getAgreement"]);
  const failures = await runCalls(folder.path, trials);
  expect(Object.fromEntries(failures)).toEqual({
    getAgreement: expect.stringContaining("ArgumentError: "),
    getTemplate: expect.stringMatching(
      /InvalidResponseError: .* breaks the contract: .*\/id must be/,
    ),
  });
});

test("what is refused of thirty operations has its name, and the rest is tried", async () => {
  using folder = temporaryFolder("contract-test-");
  expect(await check("marketplace", folder.path)).toBe(`              operations   schemas
  types         30 of 30  23 of 24
  client        24 of 30  24 of 24
  validators    30 of 30  24 of 24
  test kit      30 of 30  24 of 24
  docs          30 of 30  24 of 24

What could not be shown:
  types: schemas/GetOfferResponse: GetOfferResponse is a type of the operation getOffer, and another one; rename the schema or the operationId
  client: PUT /offers/{offer-id}/manifest: the body of its request is not JSON; leave the operation to createFetch
  client: POST /offers/{offer-id}/media: the body of its request is not JSON; leave the operation to createFetch
  client: GET /offers/{offer-id}/media/{media-id}: the body of its success is not JSON; leave the operation to createFetch
  client: GET /subscriptions: the cookie parameter "session" is a cookie, which openapi-fetch leaves out; leave the operation to createFetch
  client: POST /subscriptions/resolve: its operationId "resolve-subscription" is not an identifier; give it another operationId
  client: GET /usage-report: the query parameter "pageSize" and "page-size" would both be the argument pageSize; rename it in the contract, or leave the operation to createFetch
  docs: not shown on the pages, see the Redoc page: callbacks 1, contentMediaType 2, propertyNames 1, unevaluatedProperties 1, webhooks 1

24 of 30 operations called.
`);
});

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { operationsOf } from "@partner-center/spec";
import { describe, expect, test } from "vitest";
import { coverageOf, describeCoverage } from "../contract/coverage.ts";
import { trialsOf } from "../contract/examples.ts";
import { prepareFolder } from "../contract/made-folder.ts";
import { readContract } from "../contract/read-contract.ts";

const fixture = (name: string) =>
  join(import.meta.dirname, `../../../spec/test/contracts/${name}.yaml`);

describe("reading", () => {
  test.each([
    ["agreements", 8],
    ["marketplace", 30],
  ])("%s keeps OpenAPI's own rules and has %i operations", async (name, count) => {
    const { contract, flaws } = await readContract(fixture(name));
    expect(flaws).toEqual([]);
    expect(operationsOf(contract)).toHaveLength(count);
  });

  test("a contract of several files comes in one piece", async () => {
    using folder = temporaryFolder("contract-test-");
    const file = join(folder.path, "openapi.yaml");
    writeFileSync(file, "openapi: 3.0.3\ninfo: { title: A }\npaths: { /a: { $ref: a.yaml } }\n");
    writeFileSync(join(folder.path, "a.yaml"), "get: { operationId: getA, responses: {} }\n");
    const { contract, flaws } = await readContract(file);
    expect(operationsOf(contract).map(({ id }) => id)).toEqual(["getA"]);
    expect(flaws).toContainEqual(expect.stringContaining("`version`"));
  });

  test("a keyword without a value is as good as absent, and null in an example is kept", async () => {
    using folder = temporaryFolder("contract-test-");
    const file = join(folder.path, "openapi.yaml");
    const schema = "{ example: { a: null }, enum: [null], type: }";
    writeFileSync(
      file,
      `openapi: 3.0.3\npaths:\ncomponents: { schemas: { A: ${schema} } }\ninfo: { title: A }\n`,
    );
    const { contract } = await readContract(file);
    expect(contract.paths).toBeUndefined();
    expect(contract.components?.schemas).toEqual({ A: { example: { a: null }, enum: [null] } });
  });

  test.each([
    ["{", "given.yaml:1:2 is neither YAML nor JSON: Flow map"],
    ["[]", "not an OpenAPI description: it is not an object"],
    ["type: object", 'it has no "openapi" at its top. Give the file'],
    ['swagger: "2.0"', "is Swagger 2.0 (#/swagger). Convert it to OpenAPI 3 first"],
    ["openapi: 3.2.0\ninfo: { title: A }", "is OpenAPI 3.2.0. Give one of version 3.0 or 3.1."],
    [
      "openapi: 3.1.0\ninfo: { title: A }\npaths: { /a: { $ref: gone.yaml } }",
      "can't be put in one file: #/paths/~1a: Can't resolve",
    ],
  ])("%s is refused with what to do", async (text, problem) => {
    using folder = temporaryFolder("contract-test-");
    const file = join(folder.path, "given.yaml");
    writeFileSync(file, text);
    await expect(readContract(file, "given.yaml")).rejects.toThrow(problem);
    await expect(readContract(file, "given.yaml")).rejects.toThrow(/^given\.yaml[ :]/);
  });

  test("a path that leads nowhere is refused", async () => {
    await expect(readContract("/no-such-file")).rejects.toThrow("There is no such file");
  });
});

describe("the folder", () => {
  test("is made, and made empty by the next run", () => {
    using temporary = temporaryFolder("contract-test-");
    const folder = join(temporary.path, "made");
    expect(prepareFolder(folder)).toBe(folder);
    mkdirSync(join(folder, "types"));
    prepareFolder(folder);
    expect(readdirSync(folder)).toEqual(["README.md"]);
  });

  test("is left alone when it has other files", () => {
    using folder = temporaryFolder("contract-test-");
    writeFileSync(join(folder.path, "types"), "mine");
    expect(() => prepareFolder(folder.path)).toThrow("has other files, such as types");
    expect(readFileSync(join(folder.path, "types"), "utf8")).toBe("mine");
  });

  test("is left alone when somebody has put a file beside what was made", () => {
    using folder = temporaryFolder("contract-test-");
    prepareFolder(folder.path);
    writeFileSync(join(folder.path, "notes.txt"), "mine");
    expect(() => prepareFolder(folder.path)).toThrow("has other files, such as notes.txt");
    expect(existsSync(join(folder.path, "notes.txt"))).toBe(true);
  });
});

describe("what operations are tried with", () => {
  test.each(["agreements", "marketplace"])("%s has values for each", async (name) => {
    const { contract } = await readContract(fixture(name));
    const trials = await trialsOf(contract);
    const problems = trials.map(({ placed, problem }) => [placed.id, problem]);
    expect(problems.filter(([, problem]) => problem)).toEqual([]);
  });

  test("examples come before values made from schemas", async () => {
    const { contract } = await readContract(fixture("marketplace"));
    const trials = new Map((await trialsOf(contract)).map((trial) => [trial.placed.id, trial]));
    expect(trials.get("getOffer")?.response.body).toMatchObject({
      isExample: true,
      value: { kind: "saas", id: "crm" },
    });
    expect(trials.get("getSubscription")).toMatchObject({
      parameters: [{ value: "0f0e0d0c-0b0a-4908-8706-050403020100" }],
      response: { status: 200, body: { isExample: false, value: { offerId: "crm" } } },
    });
  });

  test("a value that breaks its schema says so", async () => {
    const { contract } = await readContract(fixture("agreements"));
    const [list] = operationsOf(contract);
    const broken = structuredClone(contract);
    const examples = broken.components?.examples ?? {};
    examples.AgreementPage = { value: { items: "none" } };
    const [trial] = await trialsOf(broken);
    expect(trial).toMatchObject({ placed: { id: list?.id }, problem: /must be array/ });
  });
});

test("what a part refuses is not covered, and is told by name", async () => {
  const { contract } = await readContract(fixture("agreements"));
  const refusals = [
    {
      place: ["paths", "/agreements", "get", "parameters", "2"],
      problem: "odd",
      wayOut: "change it",
    },
    { place: ["components", "schemas", "Fault"], problem: "odd too", wayOut: "leave it" },
  ];
  const operations = operationsOf(contract);
  const parts = [
    coverageOf({ name: "client", refusals }, operations, ["Fault", "Template"]),
    coverageOf({ name: "docs", refusals: [], notes: ["links 2"], crash: "gone" }, operations, [
      "Fault",
      "Template",
    ]),
  ];
  expect(describeCoverage(parts)).toBe(`          operations  schemas
  client      7 of 8   1 of 2
  docs        0 of 8   0 of 2

What could not be shown:
  client: GET /agreements parameters 2: odd; change it
  client: schemas/Fault: odd too; leave it
  docs: links 2`);
});

import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, operationsOf, parseContract, readBundle } from "@partner-center/spec";
import { type Mock, startMock } from "@partner-center/spec/mock";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { parse } from "yaml";
import { readDist } from "../checks/site-pages.ts";
import { sampleCall, valuesOf } from "../sources/samples/sample-call.ts";
import { csharp, curl, fetchTemplate, python, typescript } from "../sources/samples/templates.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterAll(() => mock?.close());

/** Where samples find the client. */
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));

const has = (command: string) => spawnSync(command, ["--version"]).status === 0;
const callsOf = (contract: Contract) =>
  operationsOf(contract).map((placed) => sampleCall(contract, placed));

/** Our own contract and another one, with bodies and more kinds of parameters. */
const ours = callsOf(parseContract(readBundle()));
const others = callsOf(
  parse(
    readFileSync(new URL("../../../spec/test/contracts/agreements.yaml", import.meta.url), "utf8"),
  ),
);

test("a sample sends what the operation requires, with the contract's examples", () => {
  const getOrder = ours.find(({ name }) => name === "getOrder");
  expect(getOrder?.path.map((part) => (typeof part === "string" ? part : part.variable))).toEqual([
    "/v1/customers/",
    "CUSTOMER_ID",
    "/orders/",
    "ORDER_ID",
  ]);
  expect(getOrder?.query).toEqual([]);
  expect(getOrder?.ids).toEqual(["ms-correlationid", "ms-requestid"]);
  expect(others.some(({ body }) => body !== undefined)).toBe(true);
});

test.each([
  { name: "curl", command: "curl", runner: "sh", file: "call.sh", template: curl },
  {
    name: "the client",
    command: process.execPath,
    runner: process.execPath,
    file: "call.ts",
    template: typescript,
  },
  {
    name: "fetch",
    command: process.execPath,
    runner: process.execPath,
    file: "call.ts",
    template: fetchTemplate,
  },
  { name: "Python", command: "python3", runner: "python3", file: "call.py", template: python },
])("the template for $name calls every operation", async (sample) => {
  const { command, runner, file, template } = sample;
  if (!has(command)) return console.info(`unchecked: ${file}, since there is no ${command} here`);
  using folder = temporaryFolder("sample-");
  symlinkSync(modules, join(folder.path, "node_modules"), "dir");
  for (const call of ours) {
    writeFileSync(join(folder.path, file), template(call));
    const values = valuesOf(call).map(({ variable, example }) => [variable, example]);
    const env = {
      ...process.env,
      ...Object.fromEntries(values),
      TOKEN: "any-token",
      BASE_URL: mock.url,
    };
    const printed = await run(runner, [file], { capture: true, cwd: folder.path, env });
    expect(printed, call.name).toMatch(/\w/);
  }
});

test("templates are without syntax errors for operations of another contract", async () => {
  const require = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(require.resolve("tree-sitter-c-sharp/tree-sitter-c_sharp.wasm")),
  );
  for (const call of [...ours, ...others]) {
    expect(parser.parse(csharp(call))?.rootNode.hasError, csharp(call)).toBe(false);
    for (const template of [typescript, fetchTemplate]) {
      const { diagnostics } = ts.transpileModule(template(call), { reportDiagnostics: true });
      expect(diagnostics, template(call)).toEqual([]);
    }
    const shell = spawnSync("sh", ["-n"], { input: curl(call), encoding: "utf8" });
    expect(shell.stderr, curl(call)).toBe("");
    if (!has("python3")) continue;
    const check = ["-c", "import ast,sys; ast.parse(sys.stdin.read())"];
    const parsed = spawnSync("python3", check, { input: python(call), encoding: "utf8" });
    expect(parsed.stderr, python(call)).toBe("");
  }
});

test("every request of the .http file gets a response of the mock", async () => {
  const text = readDist("requests.http").replace("@token = ", "@token = any");
  const variables = new Map(
    [...text.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  variables.set("baseUrl", mock.url);
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_all, name) => variables.get(name) ?? "");
  const requests = filled.split(/^### .*\n/m).slice(1);
  expect(requests).toHaveLength(ours.length);
  for (const request of requests) {
    const [head = "", body] = request.trimEnd().split("\n\n");
    const [first = "", ...headers] = head.split("\n").filter((line) => !line.startsWith("#"));
    const [method = "", url = ""] = first.split(" ");
    const response = await fetch(url, {
      method,
      headers: headers.map((line) => line.split(": ") as [string, string]),
      ...(body && { body }),
    });
    expect(response.status, first).toBeLessThan(300);
  }
});

test("the published contract has the samples, in both formats, and is the same without them", () => {
  const withoutSamples = (text: string) =>
    JSON.parse(text, (key, value) => (key === "x-codeSamples" ? undefined : value));
  const json = readDist("openapi.json");
  expect(withoutSamples(json)).toEqual(JSON.parse(readBundle()));
  expect(parse(readDist("openapi.yaml"))).toEqual(JSON.parse(json));
  for (const { operation } of operationsOf(parseContract(json))) {
    expect(operation["x-codeSamples"]?.map(({ label }) => label)).toEqual([
      "curl",
      "TypeScript",
      "fetch",
      "Python",
      "C#",
    ]);
  }
});

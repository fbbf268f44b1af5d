import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { type Mock, startMock } from "@partner-center/spec/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { samplesFolder } from "../page/read-sample.ts";
import { samples } from "../sources/samples/samples.ts";

const folder = fileURLToPath(new URL("getOrder/", samplesFolder));

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterAll(() => mock?.close());

/** Runs a sample against the mock and resolves to what it printed. */
const runSample = (command: string, file: string): Promise<string> =>
  run(command, [file], {
    capture: true,
    cwd: folder,
    env: {
      ...process.env,
      TOKEN: "any-token",
      CUSTOMER_ID: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
      ORDER_ID: "9e41c07b52da",
      BASE_URL: mock.url,
    },
  });

const has = (command: string) => spawnSync(command, ["--version"]).status === 0;

test("every sample is shown, and every file is a sample", () => {
  expect(samples.map(({ file }) => file).sort()).toEqual(readdirSync(folder).sort());
});

test("the samples in TypeScript fetch an order", async () => {
  for (const file of ["client.ts", "fetch.ts"]) {
    expect(await runSample(process.execPath, file), file).toContain("9e41c07b52da completed");
  }
});

// Without an interpreter a sample is only parsed; the message says so.
test.each([
  { command: "curl", shell: "sh", file: "curl.sh", expected: '"id":"9e41c07b52da"' },
  { command: "python3", shell: "python3", file: "python.py", expected: "9e41c07b52da completed" },
])("the sample for $command fetches an order", async (sample) => {
  const { command, shell, file, expected } = sample;
  if (!has(command)) return console.info(`unchecked: ${file}, since there is no ${command} here`);
  expect(await runSample(shell, file)).toContain(expected);
});

test.each(["getOrder", "refreshToken"])("the sample %s in C# has no syntax error", async (name) => {
  console.info(
    `unchecked: whether samples/${name}/csharp.cs compiles and runs, since there is no .NET here`,
  );
  const require = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(require.resolve("tree-sitter-c-sharp/tree-sitter-c_sharp.wasm")),
  );
  const source = readFileSync(new URL(`${name}/csharp.cs`, samplesFolder), "utf8");
  expect(parser.parse(source)?.rootNode.hasError).toBe(false);
  expect(parser.parse(source.replace(";", ""))?.rootNode.hasError).toBe(true);
});

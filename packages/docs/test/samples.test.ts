import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@partner-center/spec/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { samples } from "../site/samples.ts";

const folder = fileURLToPath(new URL("../samples/", import.meta.url));

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
}, 60_000);

afterAll(() => mock?.close());

/** Runs a sample against the mock and resolves to its exit code and what it printed. */
function run(command: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: {
        ...process.env,
        TOKEN: "any-token",
        CUSTOMER_ID: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
        ORDER_ID: "9e41c07b52da",
        BASE_URL: mock.url,
      },
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

const has = (command: string) => spawnSync(command, ["--version"]).status === 0;

test("every sample is shown, and every file is a sample", () => {
  expect(samples.map(({ file }) => file).sort()).toEqual(readdirSync(folder).sort());
});

test("the samples in TypeScript fetch an order", { timeout: 30_000 }, async () => {
  for (const file of ["get-order-client.ts", "get-order-fetch.ts"]) {
    const { code, output } = await run(process.execPath, file);
    expect(output, file).toContain("9e41c07b52da completed");
    expect(code).toBe(0);
  }
});

// What this machine has no interpreter for can only be parsed; the message says so.
test("the samples for curl and Python fetch an order", { timeout: 30_000 }, async () => {
  const commands = [
    { command: "curl", args: ["get-order.sh"], shell: "sh", expected: '"id":"9e41c07b52da"' },
    {
      command: "python3",
      args: ["get_order.py"],
      shell: "python3",
      expected: "9e41c07b52da completed",
    },
  ];
  for (const { command, args, shell, expected } of commands) {
    if (!has(command)) {
      console.info(`unchecked: ${args.join(" ")}, since there is no ${command} here`);
      continue;
    }
    const { code, output } = await run(shell, ...args);
    expect(output, command).toContain(expected);
    expect(code).toBe(0);
  }
});

test("the sample in C# has no syntax error", async () => {
  console.info(
    "unchecked: whether samples/GetOrder.cs compiles and runs, since there is no .NET here",
  );
  const require = createRequire(import.meta.url);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(require.resolve("tree-sitter-c-sharp/tree-sitter-c_sharp.wasm")),
  );
  const source = readFileSync(`${folder}GetOrder.cs`, "utf8");
  expect(parser.parse(source)?.rootNode.hasError).toBe(false);
  expect(parser.parse(source.replace(";", ""))?.rootNode.hasError).toBe(true);
});

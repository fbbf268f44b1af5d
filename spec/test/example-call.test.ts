import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { type Contract, type Operation, parseContract, readBundle } from "../contract.ts";
import { exampleCommand } from "../example-call.ts";
import { startMock } from "../mock.ts";

const contract = parseContract(readBundle());

/** The command's output, with the status at its end. */
async function run(command = ""): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", ["-c", `${command} -s -w ' %{http_code}'`]);
  return stdout;
}

test("the command calls the first operation of the contract", async () => {
  await using mock = await startMock();
  const command = exampleCommand(contract, mock.url);
  expect(command).toMatch(/^curl -H "authorization: Bearer any" http\S+\/customers\/[0-9a-f]\S+$/);
  expect(await run(command)).toMatch(/^\{.*\} 200$/s);
});

test("it sends what another operation needs: method, query, header and body", async () => {
  const string = { schema: { type: "string" } } as const;
  const post: Operation = {
    operationId: "inventedPost",
    parameters: [
      { name: "which", in: "query", required: true, ...string, example: "a & b" },
      { name: "more", in: "query", ...string, example: "left out" },
      { name: "Invented-Header", in: "header", required: true, ...string, example: "x" },
    ],
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: { type: "object", required: ["note"] },
          examples: { one: { value: { note: "Ada's" } } },
        },
      },
    },
    responses: { "204": { description: "Done." } },
  };
  const grown: Contract = { ...contract, paths: { "/invented": { post } } };
  using folder = temporaryFolder("example-call-");
  const file = join(folder.path, "contract.json");
  writeFileSync(file, JSON.stringify(grown));
  await using mock = await startMock({ contract: file });
  const command = exampleCommand(grown, mock.url);
  expect(command).toBe(
    `curl -X POST -H "authorization: Bearer any" -H "Invented-Header: x" -H "content-type: application/json" -d '{"note":"Ada'\\''s"}' '${mock.url}/invented?which=a+%26+b'`,
  );
  expect(await run(command)).toBe(" 204");
});

test("a contract without operations has no command", () => {
  expect(exampleCommand({ ...contract, paths: {} }, "http://127.0.0.1")).toBeUndefined();
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { forgetRuns, readLastRun } from "@partner-center/lib/turbo";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { startMock } from "@partner-center/spec/mock";
import { afterAll, beforeAll, expect } from "vitest";

let workspace: WorkspaceCopy;

beforeAll(async () => {
  workspace = await copyWorkspace();
  await runPipeline();
});

afterAll(() => workspace?.[Symbol.asyncDispose]());

/** Runs the pipeline's tasks and resolves to those that were not taken from the cache. */
async function runPipeline(): Promise<string[]> {
  forgetRuns(workspace.folder);
  await workspace.run("turbo", "run", "lint", "generate", "build", "--summarize");
  return readLastRun(workspace.folder)
    .filter(({ from }) => from === "built")
    .map(({ name }) => name)
    .sort();
}

const read = (file: string) => readFileSync(join(workspace.folder, file), "utf8");

function edit(file: string, search: string, replacement: string): void {
  const before = read(file);
  expect(before).toContain(search);
  writeFileSync(join(workspace.folder, file), before.replace(search, replacement));
}

test("nothing changed: every task comes from the cache", async () => {
  expect(await runPipeline()).toEqual([]);
});

// Early, while most of what the fast checks need comes from the cache.
test("npm test says how long it takes, and stops after the fast checks when one fails", async () => {
  const generated = "packages/types/src/openapi.ts";
  const asCommitted = read(generated);
  edit(generated, "export ", "// Patched by hand.\nexport ");
  const output = await workspace.run("node", "scripts/test.ts").catch(({ message }) => message);
  expect(output).toMatch(/\d+ checks, about \d minutes; the first \d about 15 s\n/);
  expect(output).toContain("failed: generated files match the contract");
  expect(output).toMatch(/The other \d+ checks wait until these pass/);
  expect(output).not.toContain("vitest");
  writeFileSync(join(workspace.folder, generated), asCommitted);
});

test("a build leaves nothing of an earlier one to be published", async () => {
  const packages = ["types", "client"].map((name) => join(workspace.folder, "packages", name));
  for (const folder of packages) {
    writeFileSync(join(folder, "dist/renamed.d.ts"), "export {};\n");
    await workspace.run("pnpm", "--dir", folder, "run", "build");
    expect(readdirSync(join(folder, "dist"))).toContain("index.js");
    expect(existsSync(join(folder, "dist/renamed.d.ts"))).toBe(false);
  }
});

test("a change of a README makes nothing again", async () => {
  edit("README.md", "#", "# ");
  expect(await runPipeline()).toEqual([]);
});

test("a change of the client builds the client, and the docs that show it", async () => {
  edit("packages/client/src/index.ts", "/**", "/** Changed.\n *");
  expect(await runPipeline()).toEqual(["client#build", "docs#build"]);
});

test("a description, a property and an enum value reach types, docs and mock in one run", async () => {
  edit(
    "spec/components/schemas/Order.yaml",
    "properties:\n",
    "properties:\n  inventedNote:\n    type: string\n    x-addition: a test\n    description: A note that comes with a present.\n    examples: [Enjoy]\n",
  );
  edit("spec/components/schemas/OrderStatus.yaml", "enum:\n", "enum:\n  - invented_status\n");
  edit(
    "spec/components/schemas/OrderStatus.yaml",
    "x-enumDescriptions:\n",
    "x-enumDescriptions:\n  invented_status: The order has a bow around it.\n",
  );
  edit(
    "spec/components/schemas/OrderStatus.yaml",
    "x-orderProgress:\n",
    "x-orderProgress:\n  invented_status: done\n",
  );
  edit(
    "spec/components/examples/order-new-commerce-completed.yaml",
    "value:\n",
    "value:\n  inventedNote: Enjoy your seats\n",
  );

  expect(await runPipeline()).toEqual([
    "client#build",
    "client#generate",
    "docs#build",
    "spec#bundle",
    "spec#lint",
    "types#build",
    "types#generate",
  ]);

  const types = read("packages/types/dist/openapi.d.ts");
  expect(types).toContain("A note that comes with a present.");
  expect(types).toContain("inventedNote?: string;");
  expect(types).toContain('"invented_status"');
  expect(read("packages/types/dist/openapi.js")).toContain('"invented_status"');

  const order = read("packages/docs/dist/reference/schemas/Order/index.html");
  expect(order).toContain("A note that comes with a present.");
  expect(read("packages/docs/dist/reference/schemas/OrderStatus/index.html")).toContain(
    "invented_status",
  );

  const contract = join(workspace.folder, "spec/dist/openapi.json");
  await using mock = await startMock({ contract });
  const response = await fetch(`${mock.url}/v1/customers/a/orders/b`, {
    headers: { authorization: "Bearer token" },
  });
  expect(await response.json()).toMatchObject({ inventedNote: "Enjoy your seats" });
});

test("a stale generated file that was committed is found, and the command that fixes it named", async () => {
  await workspace.run("turbo", "run", "generate:check");
  edit("packages/types/src/openapi.ts", "inventedNote", "inventedNotes");
  await commitAll(workspace.run, "Patch the generated file");
  await expect(workspace.run("turbo", "run", "generate:check")).rejects.toThrow(
    "Run: npm run generate",
  );
});

test("lint checks code and contract, and the cause of a failure comes last", async () => {
  edit("packages/client/src/index.ts", "/**", "  /**");
  edit("spec/components/schemas/Order.yaml", "OrderLineItem.yaml", "Lines.yaml");
  const lint = workspace.run("node", "scripts/check/lint.ts");
  const output = await lint.catch(({ message }) => message);
  expect(output).toMatch(/packages\/client\/src\/index\.ts format/);
  expect(output).toMatch(
    /\nThere is no file spec\/components\/schemas\/Lines\.yaml\. \(no-unresolved-refs\)\n {2}spec\/components\/schemas\/Order\.yaml:\d+:7\n {4}\d+ \| +\$ref: Lines\.yaml\n+node scripts\/check\/lint\.ts failed/,
  );
});

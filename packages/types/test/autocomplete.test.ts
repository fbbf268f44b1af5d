import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { billingCycleValues, orderStatusValues } from "../src/index.ts";

const index = fileURLToPath(new URL("../src/index.ts", import.meta.url));

/** Files that were parsed for one place serve the next. */
const registry = ts.createDocumentRegistry();

/** What an editor offers at the place of `|` in a file beside the package's index. */
function completionsAt(marked: string): string[] {
  const position = marked.indexOf("|");
  const text = marked.replace("|", "");
  const file = join(fileURLToPath(new URL(".", import.meta.url)), "typing.ts");
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({
      strict: true,
      lib: ["lib.es2022.d.ts"],
      module: ts.ModuleKind.NodeNext,
      allowImportingTsExtensions: true,
      noEmit: true,
      types: [],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? text : "1"),
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => "/",
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  };
  const service = ts.createLanguageService(host, registry);
  const completions = service.getCompletionsAtPosition(file, position, undefined);
  return (completions?.entries ?? []).map(({ name }) => name);
}

const importTypes = `import type { BillingCycle, Order, OrderStatus } from ${JSON.stringify(index)};\n`;

test.each([
  ["a value is assigned", 'const status: OrderStatus = "|";'],
  ["a property is written", 'const order: Order = { status: "|" };'],
  ["a property is compared", 'declare const order: Order; if (order.status === "|") {}'],
  ["a case is written", 'declare const order: Order; switch (order.status) { case "|": }'],
])("where %s, exactly the contract's statuses are offered", (_where, code) => {
  expect(completionsAt(importTypes + code).sort()).toEqual([...orderStatusValues].sort());
});

test("exactly the contract's billing cycles are offered", () => {
  const offered = completionsAt(`${importTypes}const cycle: BillingCycle = "|";`);
  expect(offered.sort()).toEqual([...billingCycleValues].sort());
});

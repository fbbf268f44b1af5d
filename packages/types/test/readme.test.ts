import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createVirtualProgram, problemsOf } from "./virtual-program.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

// A file of the package may import the package by its name.
const file = fileURLToPath(new URL("../readme-snippet.ts", import.meta.url));
const compile = (code: string) => problemsOf(createVirtualProgram(file, code));

test("every snippet of the README compiles", () => {
  expect(snippets.length).toBeGreaterThan(0);
  for (const snippet of snippets) expect(compile(snippet)).toEqual([]);
});

test("a snippet that is wrong would be seen", () => {
  expect(compile('import { isKnownOrder } from "@partner-center/types";')).toEqual([
    expect.stringContaining("isKnownOrder"),
  ]);
});

test("every export that the README names is there", async () => {
  const exported = readFileSync(new URL("../api/types.api.md", import.meta.url), "utf8");
  const table = readme.slice(readme.indexOf("| export |"), readme.indexOf("Hover any"));
  const names = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([A-Za-z]\w+)/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !new RegExp(`export .*\\b${name}\\b`).test(exported))).toEqual([]);
});

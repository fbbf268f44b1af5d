import ts from "typescript";
import { expect, test } from "vitest";
import { findSnippetProblems, guideSnippets } from "../checks/guide-snippets.ts";
import { languages } from "../page/languages.ts";

test("every snippet of the guides stands alone and compiles, with and without the DOM library", () => {
  const all = new Map(languages.flatMap((language) => [...guideSnippets(language)]));
  expect(all.size).toBeGreaterThan(10);
  expect(findSnippetProblems(all)).toEqual([]);
});

test("a snippet that needs another one or the DOM library is found", () => {
  const snippets = new Map([
    ["given.ts", "console.log(client);\n"],
    ["other.ts", "const client = document.title;\nconsole.log(client);\n"],
  ]);
  const given = "given.ts:1 Cannot find name 'client'.";
  expect(findSnippetProblems(snippets)).toEqual([
    `${given} (with the DOM library)`,
    `${given} (without it)`,
    expect.stringMatching(/^other\.ts:1 Cannot find name 'document'\..* \(without it\)$/),
  ]);
});

/** Kinds and names: what is left of code without its comments and strings. */
function outline(code: string): string[] {
  const visit = (node: ts.Node): string[] => {
    const parts = [ts.isIdentifier(node) ? node.text : ts.SyntaxKind[node.kind]];
    ts.forEachChild(node, (child) => void parts.push(...visit(child)));
    return parts;
  };
  return visit(ts.createSourceFile("snippet.ts", code, ts.ScriptTarget.ES2022));
}

test("the guides have the same snippets in each language", () => {
  const [first, ...others] = languages.map((language) =>
    [...guideSnippets(language).values()].map(outline),
  );
  expect(others).toEqual(others.map(() => first));
});

import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Mock, startMock } from "@partner-center/spec/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notExpressible } from "../../../packages/client/situations/not-expressible.ts";
import { situations } from "../../../packages/client/situations/situations.ts";
import { operations } from "../../../packages/client/src/generated/operations.ts";
import { findHint } from "../../../packages/client/src/hints.ts";
import { runtimes } from "../runtimes/runtimes.ts";
import { readShown, renderShown } from "../runtimes/table.ts";
import { compileSnippets, findSnippets, runSnippet } from "../snippets/snippets.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const markdown = readFileSync(join(root, "packages/client/README.md"), "utf8");

describe("the code in the client's README", () => {
  // The others need third-party packages: npm run check -- snippets.
  const snippets = findSnippets(markdown).filter(({ code }) =>
    [...code.matchAll(/ from "(.+?)"/g)].every(([, name]) =>
      name?.startsWith("@partner-center/client"),
    ),
  );
  const temporary = temporaryFolder("snippets-");
  const folder = temporary.path;
  let mock: Mock;

  beforeAll(async () => {
    cpSync(new URL("../snippets/project", import.meta.url), folder, { recursive: true });
    const modules = join(folder, "node_modules");
    mkdirSync(join(modules, "@partner-center"), { recursive: true });
    symlinkSync(join(root, "packages/client"), join(modules, "@partner-center/client"));
    symlinkSync(join(root, "node_modules/@types"), join(modules, "@types"));
    [mock] = await Promise.all([startMock(), compileSnippets(folder, snippets)]);
  });
  afterAll(async () => {
    await mock?.close();
    temporary[Symbol.dispose]();
  });

  it("shows at least seven programs without other packages", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(7);
  });

  it.for(snippets)("$name runs and prints", async (snippet) => {
    expect(await runSnippet(folder, snippet, mock.url)).not.toBe("");
  });

  it("errors.ts meets a 404", async () => {
    const errors = snippets.find(({ name }) => name.endsWith("-errors.ts"));
    if (!errors) throw new Error("There is no code under Errors");
    const printed = await runSnippet(folder, errors, mock.url, 404);
    expect(printed).toBe(
      "not there, or not yet: a new order may take 15 minutes (documented for lists, reported for reads)\n",
    );
  });
});

it("the hints in the client's README are those that errors have", () => {
  const table = /### Hints\n([\s\S]*?)\n## /.exec(markdown)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| (\d)(\w\w) \| (\w+) \| (.*) \|$/gm)];
  expect(rows.length).toBe(6);
  for (const [, family, rest, code, hint] of rows) {
    const status = Number(`${family}${rest === "xx" ? "02" : rest}`);
    expect(findHint(status, code, operations.getOrder.hints)).toBe(hint);
  }
});

it("the client's README and the docs have the outcomes of a run in which every situation passed", () => {
  const columns = runtimes.map(({ name, kind }) => ({
    name,
    outcomes: situations.map(({ name: situation }) => {
      const reason = notExpressible[kind][situation];
      return reason
        ? { situation, verdict: "n/a" as const, reason }
        : { situation, verdict: "passed" as const };
    }),
  }));
  const names = situations.map(({ name }) => name);
  expect(readShown()).toEqual(renderShown(names, columns));
});

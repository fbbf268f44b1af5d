import { expect, test } from "vitest";
import { renderTwin } from "../outputs/twins.ts";
import { bodyOf } from "../page/page.ts";
import { packagePage } from "../sources/exports/package-page.ts";
import { packages } from "../sources/exports/packages.ts";

const pageOf = (name: string) => {
  const described = packages.find((each) => each.name === name);
  if (!described) throw new Error(`The site has no page of ${name}`);
  return packagePage("en", described, new Map([["Order", "reference/schemas/Order/"]]));
};

/** The part of a package's page that describes one export. */
function entryOf(name: string, exported: string): string {
  const found = pageOf(name).sections.find(({ id }) => id === exported);
  return found?.body.text ?? "";
}

const rowsOf = (entry: string) =>
  [...entry.matchAll(/<td[^>]*><code>([^<]+)<\/code>/g)].map(([, name]) => name);

test("the client's page begins with createClient, once, as callers see it", () => {
  const page = pageOf("client");
  const entries = page.sections.filter(({ level }) => level === 3).map(({ id }) => id);
  expect(entries[0]).toBe("createClient");
  expect(entries).toEqual([...new Set(entries)]);
  expect(entryOf("client", "createClient").match(/function<\/span>/g)).toHaveLength(1);
  expect(bodyOf(page).text).not.toMatch(/@internal|environment|\[brand\]|declare |override /i);
});

test("overloads are one entry, each with its comment and without the implementation", () => {
  const entry = entryOf("client/testing", "createTestFetch");
  expect(entry.match(/function<\/span>/g)).toHaveLength(2);
  expect(entry).toContain("The same for requests of any operation.");
  expect(entry).not.toContain("given");
});

test("a parameter with a default value is optional", () => {
  expect(entryOf("client/validate", "validate")).toMatch(/options\??<\/span>\?: |options\?: /);
});

test("options are a table with those that they inherit, what is required first", () => {
  const rows = rowsOf(entryOf("client", "ClientOptions"));
  expect(rows[0]).toBe("credential");
  expect(rows).toEqual(expect.arrayContaining(["retry", "onEvent", "apiVersion", "validate"]));
  expect(rows.filter((name) => name === "baseUrl")).toHaveLength(1);
  expect(entryOf("client", "ClientOptions")).toContain('href="#RetryOptions"');
});

test("other types name what they inherit from exports, and describe what they inherit from elsewhere", () => {
  expect(entryOf("client", "ApiError")).toMatch(/href="#PartnerCenterError".*href="#CallFacts"/s);
  expect(rowsOf(entryOf("client", "ApiError"))).not.toContain("attempts");
  expect(entryOf("client", "ArgumentError")).toContain('Partial&lt;<a href="#CallFacts">');
});

test("the twin of a table keeps its cells, whatever the types contain", () => {
  const twin = renderTwin(pageOf("client"));
  const [, ...cells] = /^\| (`retry`) +\| (\S.*?\S) +\| (\w.*?) +\|$/m.exec(twin) ?? [];
  expect(cells).toEqual([
    "`retry`",
    "`RetryOptions \\| false`",
    "How failed requests are repeated; `false` for never.",
  ]);
  expect(twin).toContain("`Partial<CallFacts>`");
});

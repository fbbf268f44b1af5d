import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { renderPage } from "../page/frame.ts";
import { html } from "../page/html.ts";
import type { Page } from "../page/page.ts";
import { siblingsIn } from "../page/siblings.ts";
import { pagesIn } from "../sources/pages.ts";
import { contractIn } from "../sources/reference/localise-contract.ts";

const makePage = (path: string, parent?: string): Page => ({
  language: "en",
  path,
  title: path,
  label: path,
  description: path,
  group: "reference",
  ...(parent && { parent }),
  lead: html`<p>Text</p>`,
  sections: [],
});

/** The links in the menu of a page that is the second of `count` below another. */
function menuBelow(count: number): (string | undefined)[] {
  const below = Array.from({ length: count }, (_, index) =>
    makePage(`reference/page${index}/`, "reference/"),
  );
  const page = below[1];
  if (!page) throw new Error("There must be two pages");
  const text = renderPage(page, siblingsIn("en", [makePage("reference/"), ...below]));
  const [menu = ""] = /<nav id="menu".*?<\/nav>/s.exec(text) ?? [];
  return [...menu.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
}

test("the menu shows the pages below a page", () => {
  expect(menuBelow(3)).toEqual(["../", "../page0/", "./", "../page2/"]);
});

test("of hundreds of pages below a page the menu shows only the current one", () => {
  expect(menuBelow(201)).toEqual(["../", "./"]);
});

const repository = "https://example.com/owner/name";
const written: Page = {
  ...makePage("guides/errors/"),
  source: "packages/docs/content/en/errors.md",
};

/** The addresses of the repository that a page links to. */
const linksToRepository = (page: Page, about: { repository?: string }): (string | undefined)[] =>
  [...renderPage(page, siblingsIn("en", [page]), about).matchAll(/href="(https:[^"]*)"/g)].map(
    ([, address]) => address,
  );

test("a page links to its file, to edit it, and to a report about it", () => {
  expect(linksToRepository(written, { repository })).toEqual([
    `${repository}/blob/main/packages/docs/content/en/errors.md`,
    `${repository}/edit/main/packages/docs/content/en/errors.md`,
    `${repository}/issues/new?title=Docs%3A%20en%2Fguides%2Ferrors%2F`,
  ]);
});

test("a page without a file of its own links to a report alone", () => {
  expect(linksToRepository(makePage("guides/errors/"), { repository })).toHaveLength(1);
});

test("without a repository, and on the site of another contract, nothing links to one", () => {
  expect(linksToRepository(written, {})).toEqual([]);
  expect(linksToRepository({ ...written, site: "Other" }, { repository })).toEqual([]);
});

test("every file that a page names is there, and most pages have one", async () => {
  const pages = await pagesIn("en", await contractIn("en"));
  const files = pages.flatMap(({ source }) => source ?? []);
  const missing = files.filter(
    (file) => !existsSync(new URL(encodeURI(`../../../${file}`), import.meta.url)),
  );
  expect(missing).toEqual([]);
  expect(pages.filter(({ source }) => !source).map(({ path }) => path)).toEqual([]);
});

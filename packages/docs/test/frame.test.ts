import { expect, test } from "vitest";
import { renderPage } from "../page/frame.ts";
import { html } from "../page/html.ts";
import type { Page } from "../page/page.ts";
import { siblingsIn } from "../page/siblings.ts";

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

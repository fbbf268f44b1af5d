import { operationsOf, parseContract, readBundle, schemasOf } from "@partner-center/spec";
import { expect, test } from "vitest";
import { anchorsIn, readPage } from "../checks/site-pages.ts";
import { pathIn } from "../page/addresses.ts";
import { html, raw } from "../page/html.ts";
import { languages } from "../page/languages.ts";
import { type Page, section } from "../page/page.ts";
import { guidePage, guides } from "../sources/guides.ts";
import { guideLinksIn, linkCodes } from "../sources/reference/guide-links.ts";

const page: Page = {
  language: "en",
  path: "guides/errors/",
  title: "Errors",
  label: "Errors",
  description: "Errors",
  group: "guides",
  lead: html``,
  sections: [section(2, "401", "401", html``), section(3, "401-900421", "MFA", html``)],
};

test("a code in prose becomes a link, but not in code blocks, links or longer numbers", () => {
  const links = guideLinksIn([{ page }]);
  const link = '<a href="page:guides/errors/#401-900421">900421</a>';
  const linked = (text: string) => linkCodes(links, raw(text)).text;
  expect(linked("<p>code 900421.</p>")).toBe(`<p>code ${link}.</p>`);
  expect(linked("<code>900421</code>")).toBe(`<code>${link}</code>`);
  for (const text of ["1900421", "900420", '<a href="#900421">900421</a>', "<pre>900421</pre>"]) {
    expect(linked(text)).toBe(text);
  }
});

test.each(languages)("an operation leads to every code of the errors guide, in %s", (language) => {
  const guide = readPage(pathIn(language, "guides/errors/"));
  const codes = anchorsIn(guide).filter((id) => /^\d{3}-\d+$/.test(id));
  const operation = readPage(pathIn(language, "reference/operations/getOrder/"));
  const reached = codes.filter((id) => operation.includes(`guides/errors/#${id}"`));
  expect(codes.length).toBeGreaterThan(30);
  expect(reached).toEqual(codes);
});

test.each(languages)("guides in %s treat statuses and definitions of the contract", (language) => {
  const contract = parseContract(readBundle());
  const statuses = operationsOf(contract).flatMap(({ operation }) =>
    Object.keys(operation.responses ?? {}),
  );
  const known = [...statuses, ...Object.keys(schemasOf(contract))];
  const treated = guides.flatMap((guide) =>
    Object.keys(
      guidePage(language, guide, { diagrams: { "order-life": "<svg></svg>" } }).treats ?? {},
    ),
  );
  expect(treated.length).toBeGreaterThan(10);
  expect(treated.filter((name) => !known.includes(name))).toEqual([]);
});

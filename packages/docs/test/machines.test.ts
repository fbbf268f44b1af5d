import { expect, test } from "vitest";
import { sitemap } from "../outputs/machines.ts";
import { renderPage } from "../page/frame.ts";
import { html } from "../page/html.ts";
import { languages } from "../page/languages.ts";
import type { Page } from "../page/page.ts";
import { siblingsIn } from "../page/siblings.ts";

const siteUrl = "https://example.com/orders/";
const pages = languages.map(
  (language): Page => ({
    language,
    path: "guides/errors/",
    title: "Errors",
    label: "Errors",
    description: "What goes wrong.",
    group: "guides",
    lead: html`<p>Text</p>`,
    sections: [],
  }),
);

test("with SITE_URL a page names itself and its translations", () => {
  const [english, polish] = pages;
  if (!english || !polish) throw new Error("There are two languages");
  const page = renderPage(polish, siblingsIn("pl", pages), siteUrl);
  expect(page).toContain(`<link rel="canonical" href="${siteUrl}pl/guides/errors/">`);
  expect(page).toContain(`hreflang="en" href="${siteUrl}guides/errors/">`);
  expect(page).toContain(`hreflang="x-default" href="${siteUrl}guides/errors/">`);
  expect(renderPage(english, siblingsIn("en", pages), undefined)).not.toContain("canonical");
});

test("the sitemap lists every page with its translations", () => {
  const text = sitemap(pages, siteUrl);
  expect(text.match(/<loc>[^<]*/g)).toEqual([
    `<loc>${siteUrl}guides/errors/`,
    `<loc>${siteUrl}pl/guides/errors/`,
  ]);
  expect(text.match(/<xhtml:link /g)).toHaveLength(4);
});

import { expect, test } from "vitest";
import { renderPage } from "../site/frame.ts";
import { html } from "../site/html.ts";
import { languages } from "../site/languages.ts";
import { sitemap } from "../site/machines.ts";
import type { Page } from "../site/page.ts";
import { siblingsIn } from "../site/siblings.ts";

const siteUrl = "https://example.com/orders/";
const pages = languages.map(
  (language): Page => ({
    language,
    path: "guides/errors/",
    title: "Errors",
    label: "Errors",
    description: "What goes wrong.",
    group: "guides",
    body: html`<p>Text</p>`,
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

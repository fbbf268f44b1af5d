import { expect, test } from "vitest";
import { findPages } from "../browser/find-pages.ts";
import { excerptOf } from "../browser/search-excerpt.ts";
import { openIndex, type SearchFile } from "../browser/search-index.ts";
import { searchFiles } from "../outputs/search.ts";
import { html } from "../page/html.ts";
import type { Language } from "../page/languages.ts";
import { renderGuide } from "../page/markdown.ts";
import { type Page, section } from "../page/page.ts";

const made = (more: Partial<Page> & Pick<Page, "path">): Page => ({
  language: "en",
  title: "Page",
  label: more.path,
  description: "",
  group: "guides",
  lead: html``,
  sections: [],
  ...more,
});

const about = (path: string, heading: string, text: string): Page =>
  made({ path, sections: [section(2, "part", heading, html`<p>${text}</p>`)] });

/** The pages that are found, each with its anchor. */
function ask(question: string, pages: readonly Page[], language: Language = "en"): string[] {
  const files = searchFiles(pages.map((page) => ({ ...page, language })));
  const index = openIndex(JSON.parse(files[`assets/search-${language}.json`] ?? ""));
  return findPages(index, question).map(({ page, section: { anchor } }) =>
    [page.address.replace("pl/", ""), anchor].filter(Boolean).join("#"),
  );
}

test("a page is found once, with the section that fits best, and code is not searched", () => {
  const guide = "## Trains {#trains}\n\nA bicycle is free.\n\n## Bicycles {#bicycles}\n\n";
  const code = "```ts\nconst secretWord = 1;\n```\n";
  const page = made({ path: "travel", ...renderGuide(`${guide}${code}`, { diagrams: {} }) });
  expect(ask("bicycles", [page])).toEqual(["travel#bicycles"]);
  expect(ask("secretWord", [page])).toEqual([]);
});

test("a name is found as it is written, and by its words", () => {
  const pages = [
    about("orders", "customTermEndDate", "When it ends."),
    about("other", "Terms", ""),
  ];
  for (const question of ["customTermEndDate", "customtermenddate", "custom term end date"]) {
    expect(ask(question, pages)[0], question).toBe("orders#part");
  }
});

test("what is called as the question comes before what has much about it", () => {
  const much = about("much", "All on retries", "retry retry retry retry retry");
  const titled = made({ path: "retry", title: "Retries", description: "Once more." });
  expect(ask("retries", [much, titled])).toEqual(["retry", "much#part"]);
  expect(
    ask("429", [about("much", "Limits", "429 429 429"), about("code", "429 · 17: slow", "")]),
  ).toEqual(["code#part", "much#part"]);
});

test("the words of a title may come in any form and order", () => {
  const title = made({ path: "item", title: "OrderLineItem" });
  const much = about("much", "Items", "Items of an order, each order a line: items, items, items.");
  for (const question of ["order line items", "line item of an order"]) {
    expect(ask(question, [much, title])[0], question).toBe("item");
  }
});

test("an error code decides, whatever is asked beside it, unlike a status", () => {
  const prices = about("prices", "No prices", "Prices are missing: no prices, code 800043.");
  const code = about("errors", "403 · 800043: not granted", "");
  expect(ask("800043 no prices", [prices, code])[0]).toBe("errors#part");
  const guide = about("guide", "Prices", "Prices: 403 prices, prices, 403.");
  expect(ask("403 prices", [code, guide])[0]).toBe("guide#part");
});

test("small words are left out in their own language only", () => {
  const pages = [about("po", "PO", "A purchase order."), about("upload", "Upload", "")];
  expect(ask("po upload", pages).sort()).toEqual(["po#part", "upload#part"]);
  expect(ask("po upload", pages, "pl")).toEqual(["upload#part"]);
});

test("slips of the finger are forgiven from four letters, in words that nobody wrote", () => {
  const pages = [about("token", "A token", ""), about("throttling", "Throttling", "")];
  for (const question of ["toekn", "tokan", "tken", "tokenn"]) {
    expect(ask(question, pages), question).toEqual(["token#part"]);
  }
  expect(ask("trotling", pages)).toEqual(["throttling#part"]);
  const titled = { ...about("errors", "All errors", "Errors."), title: "Errors" };
  expect(ask("erorrs", [titled])).toEqual(["errors"]);
  expect(ask("tkn", pages)).toEqual([]);
  expect(ask("900412", [about("code", "900421", "")])).toEqual([]);
});

test("Polish is found in any inflected form, with or without its accents", () => {
  const pages = [
    about("zamowienie", "Anulowane zamówienie", "Zamówienie może zostać anulowane."),
    about("okres", "Okres rozliczeniowy", "Ile trwa okres."),
    about("cena", "Cena", "Lista cen."),
  ];
  const expected = { zamówień: "zamowienie", zamowieniami: "zamowienie", anulowaniu: "zamowienie" };
  const more = {
    "okresów rozliczeniowych": "okres",
    "okresie rozliczeniowym": "okres",
    ceny: "cena",
  };
  for (const [question, path] of Object.entries({ ...expected, ...more })) {
    expect(ask(question, pages, "pl"), question).toEqual([`${path}#part`]);
  }
});

test("synonyms find each other", () => {
  expect(ask("vat", [about("prices", "Prices", "All of them are before tax.")])).toEqual([
    "prices#part",
  ]);
});

test("keywords speak for all sections of their page", () => {
  const page = { ...about("travel", "By train", "Slowly."), keywords: "journey" };
  expect(ask("journey train", [about("train", "The train", ""), page])[0]).toBe("travel#part");
});

test("the errors of operations come after the guide, and what reads the same comes once", () => {
  const operation = (name: string): Page => {
    const body = html`<p>Too many requests: the limit of requests was hit.</p>`;
    const response = section(3, "429", "429 Too Many Requests", body, { frame: "response" });
    const responses = section(2, "responses", "Responses", html``);
    const path = `reference/operations/${name}`;
    return made({ path, group: "reference", sections: [responses, response] });
  };
  const guide = about("errors", "429 Too Many Requests", "Wait.");
  const pages = [operation("getA"), operation("getB"), guide, operation("getC")];
  expect(ask("429 too many requests", pages)).toEqual([
    "errors#part",
    "reference/operations/getA#429",
  ]);
  expect(ask("too many requests limit", pages)[0]).toBe("errors#part");
});

test("an excerpt shows the first match in its sentence, marked", () => {
  const text = `${"Nothing to see here. ".repeat(9)}At last the Token, and ${"much more text ".repeat(20)}`;
  const parts = excerptOf(text, new Set(["token"]));
  expect(parts.filter(({ isMatch }) => isMatch)).toEqual([{ text: "Token", isMatch: true }]);
  const shown = parts.map((part) => part.text).join("");
  expect(shown).toMatch(/^… .{30,60}Token, and much more text .* …$/);
  expect(shown.length).toBeLessThan(180);
  expect(excerptOf("Short.", new Set(["absent"]))).toEqual([{ text: "Short.", isMatch: false }]);
});

test("a result says what it is: a part of its page where that says more", () => {
  const entry = (id: string) => section(3, id, id, html``, { frame: "entry" });
  const list = (id: string) => section(2, id, id, html``);
  const pages = [
    made({ path: "guides/errors/", sections: [list("bodies"), list("401-900421")] }),
    made({
      path: "reference/operations/getOrder/",
      group: "reference",
      sections: [entry("order_id"), list("responses"), list("200"), entry("200-etag")],
    }),
    made({
      path: "reference/schemas/Order/",
      group: "reference",
      sections: [list("members"), entry("id")],
    }),
    made({
      path: "reference/schemas/Status/",
      group: "reference",
      sections: [list("values"), entry("pending")],
    }),
    made({ path: "packages/client/", group: "packages", sections: [entry("createClient")] }),
    made({ path: "machines/", group: "releases" }),
    made({ path: "upgrade/", group: "releases" }),
  ];
  const { kinds, pages: searched }: SearchFile = JSON.parse(
    searchFiles(pages)["assets/search-en.json"] ?? "",
  );
  const shown = searched.map(({ kind, sections }) =>
    [kind, ...sections.slice(1).map((part) => part.kind ?? kind)].map((name) => kinds[name]),
  );
  expect(shown).toEqual([
    ["Guide", "Guide", "Error code"],
    ["Operation", "Parameter", "Operation", "Response", "Response"],
    ["Definition", "Definition", "Property"],
    ["Definition", "Definition", "Value"],
    ["Package", "Export"],
    ["Guide"],
    ["Release"],
  ]);
});

import { expect, test } from "vitest";
import { polishSources } from "../checks/polish-sources.ts";
import { findWrongWords, glossary } from "../checks/wrong-words.ts";

const sources = polishSources();

test("every kind of Polish text is looked at, and nothing else", () => {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  expect(texts.get("spec/overlays/pl.yaml")).toContain("Identyfikator zamówienia.");
  expect(texts.get("spec/checks/error-codes.json")).toContain("nieprawidłowa właściwość");
  expect(texts.get("packages/docs/page/polish-texts.ts")).toContain("Przejdź do treści");
  expect(texts.get("packages/docs/sources/exports/packages.ts")).not.toContain("client");
  expect(texts.get("packages/docs/content/diagrams/order-life.yaml")).toContain("twój ruch");
  expect(sources.filter(({ file }) => file.endsWith(".md")).length).toBeGreaterThan(10);
});

test.each(sources.map((source) => [source.file, source] as const))(
  "the words of %s are those of the glossary",
  (_file, source) => {
    expect(findWrongWords(source)).toEqual([]);
  },
);

test.each([
  "Klient ponawia żądanie.",
  "W kliencie TypeScript",
  "Podaj klientowi adres.",
  "Własne klienty",
  "na stronie producenta",
  "token elementu\n  nośnego",
  "Odpowiada stanem HTTP 429.",
  "Odpowiada kodem 429.",
  "Po kodzie 429",
  "w dokumentacji Microsoft",
  "dwa przykłady\nMicrosoft",
  "daty w JavaScript",
  "zamówienia nowego handlu",
  "okres rozliczeniowy",
  "pole _Microsoft ID_",
  "Partner Center (Centrum partnerskie), a w Centrum partnerskim",
  "Zaczekaj...",
  "Kod - nie stan",
  "od 3-5 minut",
  'pole "stan”',
])("%j is wrong", (text) => {
  expect(findWrongWords({ file: "text", text })).toHaveLength(1);
});

test.each([
  "Adresy, pod którymi klient aktywuje produkt, relacja z klientem, dane o kliencie",
  "Przepływ poświadczeń klienta wymaga identyfikatora klienta.",
  "Biblioteka ponawia żądanie.",
  "Strona firmy Microsoft, dokumentacja Microsoft Graph i daty w JavaScripcie",
  "Usługa odpowiada kodem stanu HTTP 429, bez kodu błędu 900421.",
  "Partner Center (Centrum partnerskie)",
  "nowe środowisko handlowe (new commerce)",
  "Identyfikator Microsoft (Microsoft ID)",
  "Czeka 3–5 minut – nie dłużej – i mówi „stan”.",
  "- pierwszy punkt\n- drugi punkt",
])("%j is right", (text) => {
  expect(findWrongWords({ file: "text", text })).toEqual([]);
});

test("the glossary forbids none of its own terms", () => {
  const own = glossary.terms.map(({ polish }) => ({ file: polish, text: polish }));
  expect(own.flatMap(findWrongWords)).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Language, languages } from "../page/languages.ts";

interface Entry {
  readonly status: number;
  readonly code: string;
  readonly meaning: Readonly<Record<Language, string>>;
}

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const facts: { codes: Entry[] } = JSON.parse(read("spec/checks/error-codes.json"));
const guide = (language: Language) => read(`packages/docs/content/${language}/errors.md`);

test.each(languages)("the guide has the vendor's codes, each with its meaning: %s", (language) => {
  const headings = guide(language).match(/^### \d+ · .*$/gm) ?? [];
  const expected = facts.codes.map(
    ({ status, code, meaning }) =>
      `### ${status} · ${code}: ${meaning[language]} {#${status}-${code}}`,
  );
  expect(headings.sort()).toEqual(expected.sort());
});

test.each([
  ["en", "**Fix.**"],
  ["pl", "**Rozwiązanie.**"],
] as const)("the guide says what to do about each code: %s", (language, fix) => {
  const sections = guide(language).split(/^(?=#{2,3} )/m);
  const codes = sections.filter((section) => section.startsWith("### "));
  expect(codes.filter((section) => !section.includes(fix))).toEqual([]);
});

test.each([
  "packages/client/src/hints.ts",
  ...languages.flatMap((language) =>
    ["authentication", "order-life", "prices", "throttling"].map(
      (name) => `packages/docs/content/${language}/${name}.md`,
    ),
  ),
])("%s has no code that the facts lack", (path) => {
  const known = facts.codes.map(({ code }) => code);
  const named = [...read(path).matchAll(/(?:code|kod\p{L}*|\d{3}) (\d{4,6})\b/giu)];
  expect(named.flatMap(([, code = ""]) => (known.includes(code) ? [] : [code]))).toEqual([]);
});

/** Runs the code of the guide about prices. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import type { Order } from "@partner-center/types";
import ts from "typescript";
import { expect, test } from "vitest";
import { languages } from "../page/languages.ts";

function runSnippet(language: string): {
  toSmallestUnit: (price: number, currency: string) => number;
  sumOfLines: (order: Order) => number | undefined;
} {
  const guide = readFileSync(new URL(`../content/${language}/prices.md`, import.meta.url), "utf8");
  const [, code = ""] = /^```ts\n((?:(?!^```).)*toSmallestUnit.*?)^```$/ms.exec(guide) ?? [];
  const compilerOptions = { module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  return runInNewContext(`${outputText}exports`, { exports: {} });
}

const order = (...prices: readonly (number | undefined)[]): Order => ({
  currencyCode: "PLN",
  lineItems: prices.map((price) => ({
    pricing: price === undefined ? {} : { extendedPrice: price },
  })),
});

test.each(languages)("the code about prices, in %s, rounds before it adds up", (language) => {
  const { toSmallestUnit, sumOfLines } = runSnippet(language);
  expect(toSmallestUnit(1.005, "USD")).toBe(101);
  expect(toSmallestUnit(17.219999999999999, "EUR")).toBe(1722);
  expect(toSmallestUnit(438, "JPY")).toBe(438);
  expect(toSmallestUnit(0.0000001, "PLN")).toBe(0);
  expect(sumOfLines(order(0.1, 0.2))).toBe(30);
  expect(sumOfLines(order(0.1, undefined))).toBeUndefined();
  expect(sumOfLines(order())).toBeUndefined();
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operationsOf, parseContract, resolve } from "../contract.ts";
import { bundleContract } from "../redocly.ts";

interface Entry {
  readonly status: number;
  readonly code: string;
  readonly meaning: Readonly<Record<string, string>>;
  readonly source?: string;
}

const facts: { source: string; codes: Entry[] } = JSON.parse(
  readFileSync(new URL("../checks/error-codes.json", import.meta.url), "utf8"),
);
const bundle = await bundleContract();
const contract = parseContract(bundle);

test("a code with a status stands once, with its meaning in both languages and a source", () => {
  const pairs = facts.codes.map(({ status, code }) => `${status} ${code}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const { meaning, source = facts.source } of facts.codes) {
    expect(Object.keys(meaning)).toEqual(["en", "pl"]);
    expect(source).toMatch(/^https:\/\/(learn|partner)\.microsoft\.com\//);
  }
});

test("an example of a fault has a code that the vendor gives with its status", () => {
  const known = facts.codes.map(({ status, code }) => `${status} ${code}`);
  const shown = operationsOf(contract).flatMap(({ operation }) =>
    Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
      const { examples = {} } = resolve(contract, response).content?.["application/json"] ?? {};
      return Object.values(examples).flatMap((example) => {
        const code = Object(resolve(contract, example).value).code;
        return Number(status) < 400 || code === undefined ? [] : [`${status} ${code}`];
      });
    }),
  );
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((pair) => !known.includes(pair))).toEqual([]);
});

test("a description names no code that the facts lack", () => {
  const known = facts.codes.map(({ code }) => code);
  const named = [...bundle.matchAll(/\bcode (\d{4,6})\b/g)].map(([, code = ""]) => code);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((code) => !known.includes(code))).toEqual([]);
});

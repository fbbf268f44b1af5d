import { readFileSync } from "node:fs";
import type { JsonObject } from "@partner-center/spec";
import { expect, test } from "vitest";
import { compareContracts } from "../compare.ts";
import { corpus } from "../corpus/corpus.ts";
import type { Edit } from "../corpus/edits.ts";
import type { Pair } from "../corpus/pair.ts";
import { neededBy } from "../gate.ts";
import { rules } from "../policy.ts";

const bundle = readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url), "utf8");

function edited(...edits: (Edit | undefined)[]): string {
  const contract: JsonObject = JSON.parse(bundle);
  for (const edit of edits) edit?.(contract);
  return JSON.stringify(contract);
}

const results: { pair: Pair; got: string; rules: string[] }[] = [];

test.concurrent.each(corpus)("$verdict.types: $title", async (pair) => {
  const { changes, notCompared } = await compareContracts(
    {
      base: { name: "base", text: edited(pair.given) },
      revision: { name: "revision", text: edited(pair.given, pair.edit) },
    },
    { isOurs: true },
  );
  const needed = neededBy(changes);
  results.push({ pair, got: needed.types, rules: changes.map((change) => change.rule) });
  expect(notCompared).toEqual([]);
  expect(needed).toEqual(pair.verdict);
});

test("the corpus has 150 pairs or more, none twice", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(150);
  expect(new Set(corpus.map(({ title }) => title)).size).toBe(corpus.length);
});

test("every major is found, and none is false", () => {
  const majors = results.filter(({ pair }) => pair.verdict.types === "major");
  const found = majors.filter(({ got }) => got === "major").length;
  const falsely = results.filter(
    ({ pair, got }) => got === "major" && !majors.some((one) => one.pair === pair),
  );
  console.log(
    `semver corpus: ${results.length} pairs, ${found} of ${majors.length} majors found, ` +
      `${falsely.length} false majors`,
  );
  expect({ found, falsely }).toEqual({ found: majors.length, falsely: [] });
});

test("the corpus covers every rule of the policy", () => {
  const seen = new Set(results.flatMap((result) => result.rules));
  // For what oasdiff alone calls breaking, and for new words, where nothing known falls; and what is dropped.
  const unseen = rules.map(({ id }) => id).filter((id) => !seen.has(id));
  expect(unseen).toEqual(["wire-broken", "unknown", "left-to-contract"]);
});

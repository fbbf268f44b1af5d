import { readFileSync } from "node:fs";
import { parseContract, readBundle, schemasOf } from "@partner-center/spec";
import { expect, test } from "vitest";
import { languages } from "../page/languages.ts";
import { drawDiagrams, drawnStatuses, readDiagram } from "../sources/diagrams.ts";

test("the diagram of an order's life shows no status that the contract lacks", () => {
  const statuses = schemasOf(parseContract(readBundle())).OrderStatus?.enum ?? [];
  const drawn = drawnStatuses(readDiagram("order-life"));
  expect(drawn).toContain("pending_po_upload");
  expect(drawn.filter((status) => !statuses.includes(status))).toEqual([]);
});

test.each(languages)(
  "the alternative text tells each arrow, a sentence a status: %s",
  (language) => {
    const diagram = readDiagram("order-life");
    const guide = new URL(`../content/${language}/order-life.md`, import.meta.url);
    const [, text = ""] =
      /!\[(.*?)\]\(diagram:order-life\)/s.exec(readFileSync(guide, "utf8")) ?? [];
    const drawn = drawnStatuses(diagram);
    const told = text.split(". ").map((sentence) => {
      const named = sentence.match(/[a-z_]+/g) ?? [];
      const [from = "", ...to] = named.filter((word) => drawn.includes(word));
      return [from, to];
    });
    expect(Object.fromEntries(told)).toEqual(diagram.arrows);
  },
);

test("a diagram takes its colours from the style sheet", async () => {
  for (const drawing of Object.values(await drawDiagrams("pl"))) {
    expect(drawing).toMatch(/^<svg.*<\/svg>$/);
    expect(drawing).not.toMatch(/ (?:fill|stroke|style|id)=/);
    expect(drawing).toContain("czekaj na Microsoft");
  }
});

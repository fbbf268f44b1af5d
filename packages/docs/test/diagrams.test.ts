import { parseContract, readBundle, schemasOf } from "@partner-center/spec";
import { expect, test } from "vitest";
import { drawDiagrams, drawnStatuses, readDiagram } from "../sources/diagrams.ts";

test("the diagram of an order's life shows no status that the contract lacks", () => {
  const statuses = schemasOf(parseContract(readBundle())).OrderStatus?.enum ?? [];
  const drawn = drawnStatuses(readDiagram("order-life"));
  expect(drawn).toContain("pending_po_upload");
  expect(drawn.filter((status) => !statuses.includes(status))).toEqual([]);
});

test("a diagram takes its colours from the style sheet", async () => {
  for (const drawing of Object.values(await drawDiagrams("pl"))) {
    expect(drawing).toMatch(/^<svg.*<\/svg>$/);
    expect(drawing).not.toMatch(/ (?:fill|stroke|style|id)=/);
    expect(drawing).toContain("czekaj na Microsoft");
  }
});

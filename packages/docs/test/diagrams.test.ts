import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawDiagrams, drawnStatuses } from "../site/diagrams.ts";

const contract = JSON.parse(
  readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url), "utf8"),
);

test("the diagram of an order's life shows no status that the contract lacks", () => {
  const statuses: string[] = contract.components.schemas.OrderStatus.enum;
  expect(drawnStatuses.filter((status) => !statuses.includes(status))).toEqual([]);
});

test("a diagram takes its colours from the style sheet", async () => {
  for (const drawing of Object.values(await drawDiagrams("pl"))) {
    expect(drawing).toMatch(/^<svg.*<\/svg>$/);
    expect(drawing).not.toMatch(/ (?:fill|stroke|style|id)=/);
    expect(drawing).toContain("czekaj na Microsoft");
  }
});

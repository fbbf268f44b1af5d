import { expect, it } from "vitest";
import {
  type Column,
  isComplete,
  renderOutcomes,
  renderSummary,
  renderTable,
} from "../runtimes/table.ts";

const situations = ["a reset", "a redirect"];
const good: Column = {
  name: "Node 24",
  outcomes: [
    { situation: "a reset", verdict: "passed" },
    { situation: "a redirect", verdict: "n/a", reason: "hidden there" },
  ],
};
const missing: Column = { name: "Bun 1.4", outcomes: [], missing: "not in the registry" };
const bad: Column = {
  name: "workerd",
  outcomes: [{ situation: "a reset", verdict: "failed", reason: "hangs" }],
};

it("shows a runtime that can't be had as missing, and what has no outcome as failed", () => {
  expect(renderTable(situations, [good, missing, bad]).split("\n")).toEqual([
    "| situation  | Node 24 | Bun 1.4 | workerd |",
    "| ---------- | ------- | ------- | ------- |",
    "| a reset    | ✓       | missing | ✗       |",
    "| a redirect | n/a     | missing | ✗       |",
  ]);
});

it("sums up what passed, and says why the rest did not", () => {
  expect(renderSummary(situations, [good, missing, bad]).split("\n").slice(2)).toEqual([
    "| Node 24 | 1 of 2 | n/a: a redirect (hidden there) |",
    "| Bun 1.4 | missing | not in the registry |",
    "| workerd | 0 of 2 |  |",
  ]);
});

it("tells the documentation what cannot be expressed, and where", () => {
  expect(JSON.parse(renderOutcomes(situations, [good]))).toEqual({
    situations,
    runtimes: [{ name: "Node 24", notExpressible: { "a redirect": "hidden there" } }],
  });
});

it("is complete when every runtime has every outcome, and none failed", () => {
  expect(isComplete(situations, [good])).toBe(true);
  expect(isComplete(situations, [good, missing])).toBe(false);
  expect(isComplete(situations, [good, bad])).toBe(false);
});

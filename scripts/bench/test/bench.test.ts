import { expect, test } from "vitest";
import { compareWithBaseline } from "../baseline.ts";
import { figureOf, markdown, ratioOf, tell } from "../figures.ts";

test("a figure is the median and what it lies between", () => {
  expect(figureOf([5, 1, 3])).toEqual({ median: 3, low: 1, high: 5 });
  expect(figureOf([4, 1, 2, 3])).toEqual({ median: 2.5, low: 1, high: 4 });
  expect(tell(figureOf([1500, 1000, 1250.4]), "ms")).toBe("1,250 ms (1,000–1,500)");
});

test("a ratio is that of each pair, so that a slow moment counts for both", () => {
  expect(ratioOf([2, 40, 2], [1, 20, 2])).toEqual({ median: 2, low: 1, high: 2 });
});

test("a ratio may move by 30 %, a size not at all", () => {
  const kept = { "call ÷ fetch": 2, "client bytes": 7000 };
  expect(compareWithBaseline({ "call ÷ fetch": 2.6, "client bytes": 7000, new: 1 }, kept)).toEqual(
    [],
  );
  expect(compareWithBaseline({ "call ÷ fetch": 2.7, "client bytes": 7001 }, kept)).toEqual([
    "call ÷ fetch: 2.7, at most 2.6",
    "client bytes: 7001, at most 7000",
  ]);
});

test("a table reads in a terminal and as Markdown", () => {
  expect(markdown({ columns: ["a", "long"], rows: [["wide cell", 1]] })).toBe(
    "| a         | long |\n| --------- | ---- |\n| wide cell | 1    |",
  );
});

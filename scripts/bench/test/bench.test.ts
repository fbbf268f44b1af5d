import { expect, test } from "vitest";
import { compareWithBaseline, formatRange, inTurn, markdown, median, ratios } from "../figures.ts";

test("a figure is the median and what the values lie between", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(formatRange([1500, 1000, 1250.4], "ms")).toBe("1,250 ms (1,000–1,500)");
});

test("a ratio is that of each pair, so that a slow moment counts for both", () => {
  expect(ratios([2, 40, 2], [1, 20, 2])).toEqual([2, 2, 1]);
});

test("things are measured in turn", async () => {
  let clock = 0;
  expect(await inTurn(3, { ours: 10, theirs: 20 }, (thing) => thing + clock++)).toEqual({
    ours: [10, 12, 14],
    theirs: [21, 23, 25],
  });
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
  const table = [
    ["a", "long"],
    ["wide cell", 1],
  ];
  expect(markdown(table)).toBe("| a         | long |\n| --------- | ---- |\n| wide cell | 1    |");
});

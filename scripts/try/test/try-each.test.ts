import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choose, tryEach } from "../try-each.ts";

const { exitCode } = process;
beforeEach(() => {
  vi.stubEnv("CI", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = exitCode;
});

async function attempt(name: string): Promise<string> {
  if (name === "bad") throw new Error("broken");
  return "works";
}

/** Tries things of these names, and returns what was printed without times, and the exit code. */
async function tryNames(...names: string[]) {
  const printed: string[] = [];
  const keep = (line: string) => void printed.push(stripVTControlCharacters(line));
  vi.spyOn(console, "log").mockImplementation(keep);
  vi.spyOn(console, "error").mockImplementation(keep);
  process.exitCode = 0;
  await tryEach(
    "things",
    names.map((name) => ({ name, missing: name === "away" ? "only on Mars" : undefined })),
    ({ name }) => attempt(name),
  );
  return {
    printed: printed.map((line) => line.replace(/ \d+\.\d s$/, "")),
    code: process.exitCode,
  };
}

test("each result is a line, and a failure fails the command after the others ran", async () => {
  expect(await tryNames("bad", "good")).toEqual({
    printed: ["bad   failed", "broken", "good  works", "things: 1 of 2 succeeded"],
    code: 1,
  });
});

test("a missing thing fails in CI alone", async () => {
  const printed = ["away  missing: only on Mars", "things: 0 of 1 succeeded"];
  expect(await tryNames("away")).toEqual({ printed, code: 0 });
  vi.stubEnv("CI", "true");
  expect(await tryNames("away")).toEqual({ printed, code: 1 });
});

test("--only chooses by name, and refuses a name that is not there", () => {
  const all = [{ name: "a" }, { name: "b" }];
  expect(choose(all)).toEqual(all);
  expect(choose(all, ["b"])).toEqual([{ name: "b" }]);
  expect(() => choose(all, ["b", "c"])).toThrow("Unknown: c. Known: a, b.");
});

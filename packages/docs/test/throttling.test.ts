import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The prose of a file, given from the root, as one line. */
const read = (path: string) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8").replace(/\s+/g, " ");

test.each([
  "After a 429, calls for the same customer wait until the pause ends, and those for other customers go on.",
  "Once a second customer is refused during a pause, all calls of the client wait.",
  "A call that succeeds after a retry gives one back, any other success a fifth of one, and each second adds one.",
])("the client's README and the throttling guide say the same: %s", (sentence) => {
  expect(read("packages/client/README.md")).toContain(sentence);
  expect(read("packages/docs/content/en/throttling.md")).toContain(sentence);
});

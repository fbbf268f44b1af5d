import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../content/pl/", import.meta.url);
const keywordsOf = (file: string): string | undefined =>
  /^keywords: (.*)$/m.exec(readFileSync(new URL(file, folder), "utf8"))?.[1];

test.each(readdirSync(folder))("%s is found by the Polish name of Partner Center", (file) => {
  expect(keywordsOf(file)).toContain("Centrum partnerskie");
});

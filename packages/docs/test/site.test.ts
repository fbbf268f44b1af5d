import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { findBrokenLinks } from "../checks/find-broken-links.ts";
import { findRepeatedIds } from "../checks/repeated-ids.ts";
import { askQuestions } from "../checks/search-questions.ts";
import { anchorsOf, dist, pagePaths, readDist, readPage } from "../checks/site-pages.ts";
import { findTwinGaps } from "../checks/twin-gaps.ts";
import { languages } from "../page/languages.ts";
import { guides } from "../sources/guides.ts";

const content = (language: string, name: string) =>
  readFileSync(new URL(`../content/${language}/${name}`, import.meta.url), "utf8");

test("every page is there in every language", () => {
  const paths = pagePaths();
  const english = paths.filter((path) => !path.startsWith("pl/"));
  expect(paths.filter((path) => path.startsWith("pl/"))).toEqual(
    english.map((path) => `pl/${path}`),
  );
});

test("every guide has a translation with the same anchors", () => {
  const files = globSync("*.md", { cwd: new URL("../content/en/", import.meta.url) }).sort();
  expect(guides.every(({ name }) => files.includes(`${name}.md`))).toBe(true);
  for (const language of languages) {
    for (const file of files) {
      const anchors = (text: string) =>
        text.match(/^#{2,3} .*?\{#[\w-]+\}$|^#{2,3} /gm)?.map(anchorOf);
      expect(anchors(content(language, file)), `${language}/${file}`).toEqual(
        anchors(content("en", file)),
      );
    }
  }
});

const anchorOf = (heading: string): string => /\{#([\w-]+)\}$/.exec(heading)?.[1] ?? "no anchor";

test("no heading of a guide lacks its anchor", () => {
  for (const language of languages) {
    for (const file of globSync("*.md", {
      cwd: new URL(`../content/${language}/`, import.meta.url),
    })) {
      const text = content(language, file).replace(/```.*?```/gs, "");
      const headings = text.match(/^##.*$/gm) ?? [];
      expect(
        headings.filter((heading) => anchorOf(heading) === "no anchor"),
        file,
      ).toEqual([]);
    }
  }
});

test("no link and no anchor is broken", () => {
  expect(findBrokenLinks()).toEqual([]);
});

test("the addresses of a site are its sections, in every language", () => {
  const anchors = anchorsOf(dist);
  expect(anchors).toContain("guides/errors/#429");
  expect(anchors).toContain("pl/reference/schemas/Order/#totalPrice");
  expect(anchors.filter((anchor) => anchor.endsWith("#content"))).toEqual([]);
});

test("no two parts of a page have the same id", () => {
  expect(findRepeatedIds()).toEqual([]);
  using folder = temporaryFolder("ids-");
  writeFileSync(join(folder.path, "a.html"), '<p id="one"></p><p id="two"></p><p id="one"></p>');
  writeFileSync(join(folder.path, "b.html"), '<p id="one"></p>');
  expect(findRepeatedIds(folder.path)).toEqual(["a.html#one"]);
});

test("no address is absolute, so the site works below any path", () => {
  const absolute = pagePaths().filter((path) => / (?:href|src)="\//.test(readPage(path)));
  expect(absolute).toEqual([]);
});

test("the twin of a page says what the page says", () => {
  expect(findTwinGaps()).toEqual([]);
});

test("the search answers what developers ask, mostly with the best page first", () => {
  for (const { language, asked, missed, notFirst } of askQuestions()) {
    expect(asked).toBeGreaterThanOrEqual(60);
    expect(missed, language).toEqual([]);
    // The check of the site asks for 54. Operations that a contract gains may answer some better.
    expect(notFirst.length, `${language}: ${notFirst.join("; ")}`).toBeLessThanOrEqual(10);
  }
});

test("the language switch keeps the page", () => {
  expect(readPage("guides/errors/")).toContain('href="../../pl/guides/errors/" hreflang="pl"');
  expect(readPage("pl/guides/errors/")).toContain('href="../../../guides/errors/" hreflang="en"');
});

test("machines find every page, and hosts their headers", () => {
  const list = readDist("llms.txt");
  for (const path of pagePaths()) expect(list).toContain(`(${path}index.md)`);
  expect(readDist("llms-full.txt")).toContain("# Get an order by ID");
  expect(readDist("_headers")).toContain("frame-ancestors 'none'");
  expect(existsSync(`${dist}404.html`)).toBe(true);
});

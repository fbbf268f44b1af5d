import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { findMissingNotices, importedLibraries } from "../checks/missing-notices.ts";
import { readDist } from "../checks/site-pages.ts";
import { licenceOf, packageFolders } from "../outputs/notices.ts";

test("the site has the notice of each library in its scripts and in the Redoc page", () => {
  expect(importedLibraries()).toEqual(expect.arrayContaining(["minisearch", "openapi-fetch"]));
  expect(findMissingNotices()).toEqual([]);
});

test("a notice that is missing is found", () => {
  using folder = temporaryFolder("notices-");
  const redoc = "/*! @license Made Up */ /** the code */ /**\n * Copyright (c) Somebody\n */";
  mkdirSync(join(folder.path, "redoc"));
  writeFileSync(join(folder.path, "redoc/index.html"), redoc);
  const notices = readDist("notices.txt").replace(/^openapi-fetch .*$/m, "");
  writeFileSync(join(folder.path, "notices.txt"), notices);
  expect(findMissingNotices(folder.path)).toEqual([
    "openapi-fetch",
    "@license Made Up",
    "Copyright (c) Somebody",
  ]);
});

test("a bundled library without a licence stops the build", () => {
  using folder = temporaryFolder("notices-");
  const library = join(folder.path, "node_modules/@made-up/library");
  mkdirSync(library, { recursive: true });
  writeFileSync(
    join(library, "package.json"),
    '{ "name": "@made-up/library", "version": "1.0.0" }',
  );
  const [found = ""] = packageFolders([`${library}/dist/index.js`, join(folder.path, "own.ts")]);
  expect(() => licenceOf(found)).toThrow(
    "@made-up/library is bundled in the site and has no LICENSE",
  );
  writeFileSync(join(library, "LICENSE"), "Anyone may use it.");
  expect(licenceOf(found)).toBe("@made-up/library 1.0.0\n\nAnyone may use it.");
});

import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { readDist } from "../checks/site-pages.ts";
import { licenceOf, packageFolders } from "../outputs/notices.ts";

const packages = new URL("../../", import.meta.url);

test("the site has the licence of each library that its scripts import", () => {
  const files = globSync(["docs/browser/*.ts", "client/src/**/*.ts"], { cwd: packages });
  const imported = files.flatMap((file) => {
    const code = readFileSync(new URL(file.replaceAll("\\", "/"), packages), "utf8");
    // Types leave nothing in a script.
    return [...code.matchAll(/^(?:import|export) (?!type )[^;]*? from "([^".][^"]*)";/gm)];
  });
  const libraries = imported
    .map(([, name = ""]) => name)
    .filter((name) => !name.startsWith("@partner-center/"));
  expect(libraries).toContain("minisearch");
  const notices = readDist("notices.txt");
  for (const name of new Set(libraries)) expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
});

test("the site has the notices of the libraries in Redoc's page", () => {
  const notices = readDist("notices.txt");
  for (const name of [
    "@redocly/cli",
    "DOMPurify",
    "react-router",
    "js-yaml",
    "styled-components",
  ]) {
    expect(notices).toContain(name);
  }
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

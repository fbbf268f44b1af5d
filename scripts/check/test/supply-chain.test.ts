import { readFileSync } from "node:fs";
import { publishedPackages } from "@partner-center/lib/packages";
import { expect, test } from "vitest";
import { checkManifest } from "../../release/package-rules.ts";
import { checkLicences, checkLockfile, checkSettings, isAllowedLicence } from "../supply-chain.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

test("the lockfile and the settings of this repository are sound", () => {
  expect(checkLockfile(read("pnpm-lock.yaml"))).toEqual([]);
  expect(checkSettings(read("pnpm-workspace.yaml"))).toEqual([]);
});

test("setup installs what the lockfile names", () => {
  expect(read("scripts/setup.mjs")).toContain('["install", "--frozen-lockfile"]');
});

test.each(publishedPackages())(
  "$directory has only the known dependencies and no install script",
  ({ manifest }) => {
    // Packing turns `workspace:*` into the exact version.
    const dependencies = Object.fromEntries(
      Object.entries(manifest.dependencies ?? {}).map(([name, range]) => [
        name,
        range === "workspace:*" ? manifest.version : range,
      ]),
    );
    expect(checkManifest({ ...manifest, ...(manifest.dependencies && { dependencies }) })).toEqual(
      [],
    );
  },
);

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0)", true],
  ["MIT AND Apache-2.0", true],
  ["MIT AND GPL-3.0", false],
  ["GPL-3.0", false],
  ["Unknown", false],
])("the licence %s: %s", (expression, allowed) => {
  expect(isAllowedLicence(expression)).toBe(allowed);
});

test("a package with another licence is named", () => {
  expect(checkLicences('{ "MIT": [{ "name": "a" }], "SSPL-1.0": [{ "name": "b" }] }')).toEqual([
    "the licence SSPL-1.0 is not allowed: b",
  ]);
});

test("a package from elsewhere, or without integrity, is named", () => {
  const lockfile = `packages:
  good@1.0.0:
    resolution: { integrity: sha512-x }
  from-git@1.0.0:
    resolution: { type: git, repo: https://example.com, commit: abc, integrity: sha512-x }
  bare@1.0.0:
    resolution: { tarball: https://example.com/bare.tgz }
`;
  expect(checkLockfile(lockfile)).toEqual([
    "from-git@1.0.0 does not come from the registry with its integrity",
    "bare@1.0.0 does not come from the registry with its integrity",
  ]);
});

test("a script too many and too low an age of releases are named", () => {
  expect(checkSettings("allowBuilds:\n  evil: true\n  fine: false\n")).toEqual([
    "evil may run a script while it is installed",
    "minimumReleaseAge is less than two days (2880 minutes)",
  ]);
});

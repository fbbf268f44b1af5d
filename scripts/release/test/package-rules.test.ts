import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Manifest } from "@partner-center/lib/packages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles, checkManifest, checkPublishing, checkSourceMaps } from "../package-rules.ts";
import type { Publishing } from "../publishing.ts";

const sound: Manifest = {
  name: "@partner-center/client",
  version: "1.0.0",
  license: "MIT",
  sideEffects: false,
  engines: { node: ">=20.19" },
  dependencies: { "@partner-center/types": "1.0.0" },
};

test("a sound manifest has nothing wrong", () => {
  expect(checkManifest(sound)).toEqual([]);
});

test.each<[string, Partial<Manifest>]>([
  ["license must be MIT", { license: "ISC" }],
  ["engines.node is missing", { engines: {} }],
  ["sideEffects must be false", { sideEffects: true }],
  ['the script "postinstall" would run', { scripts: { postinstall: "node steal.js" } }],
  ['the script "prepare" would run', { scripts: { prepare: "tsc" } }],
  ["left-pad is not among the dependencies", { dependencies: { "left-pad": "1.0.0" } }],
  ["react is not among the dependencies", { peerDependencies: { react: "19.0.0" } }],
  ["fsevents is not among the dependencies", { optionalDependencies: { fsevents: "2.0.0" } }],
  ['openapi-fetch must be exact, not "^0.17.0"', { dependencies: { "openapi-fetch": "^0.17.0" } }],
])("a manifest is refused: %s", (problem, change) => {
  const problems = checkManifest({ ...sound, ...change });
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

test("what a manifest says of publishing is derived from the settings", () => {
  const publishing = {
    scope: "@partner-center",
    registry: "https://registry.example.com/",
    repository: "https://example.com/owner/name",
    keywords: ["orders"],
  };
  const derived = {
    keywords: ["orders"],
    homepage: "https://example.com/owner/name#readme",
    bugs: "https://example.com/owner/name/issues",
    repository: {
      type: "git",
      url: "git+https://example.com/owner/name.git",
      directory: "packages/client",
    },
    publishConfig: { registry: "https://registry.example.com/" },
  };
  const check = (manifest: Manifest, settings: Publishing) =>
    checkPublishing(manifest, "packages/client", settings);
  const { scope, keywords } = publishing;
  expect(check({ ...sound, keywords }, { scope, keywords })).toEqual([]);
  expect(check({ ...sound, ...derived }, publishing)).toEqual([]);
  expect(check({ ...sound, ...derived }, { scope, keywords })).toEqual(
    ["homepage", "bugs", "repository", "publishConfig"].map(
      (field) =>
        `package.json: ${field} differs from the settings; run: npm run release -- settings`,
    ),
  );
  expect(check(sound, publishing)).toHaveLength(5);
});

test("a tarball holds dist, manifest, README, LICENSE and CHANGELOG, and nothing else", () => {
  const files = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "dist/a/b.js"];
  expect(checkFiles(files)).toEqual([]);
  expect(checkFiles([...files, "src/index.ts", ".env"])).toEqual([
    "src/index.ts does not belong",
    ".env does not belong",
  ]);
  expect(checkFiles(["package.json"])).toEqual(["README.md is missing", "LICENSE is missing"]);
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "source-maps-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a source map holds its source, or leads to a file of the package", () => {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const script = (name: string) => `export {};\n//# sourceMappingURL=${name}.js.map\n`;
  write("dist/inline.js", script("inline"));
  write("dist/inline.js.map", JSON.stringify({ sources: ["../a.ts"], sourcesContent: ["1"] }));
  write("dist/file.js", script("file"));
  write("dist/file.js.map", JSON.stringify({ sources: ["../src/file.ts"] }));
  write("src/file.ts", "1");
  expect(checkSourceMaps(folder)).toEqual([]);

  write("dist/lost.js", script("lost"));
  write("dist/lost.js.map", JSON.stringify({ sources: ["../src/lost.ts"] }));
  write("dist/mapless.js", script("mapless"));
  write("dist/none.js", "export {};\n");
  expect(checkSourceMaps(folder)).toEqual([
    "dist/lost.js: its source map leads to ../src/lost.ts, which is not there",
    "dist/mapless.js names the source map mapless.js.map, which is not there",
    "dist/none.js names no source map",
  ]);
});

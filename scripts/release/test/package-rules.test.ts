import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "@partner-center/lib/packages";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { checkFiles, checkManifest, checkSourceMaps } from "../package-rules.ts";

const sound: Manifest = {
  name: "@partner-center/client",
  version: "1.0.0",
  license: "MIT",
  sideEffects: false,
  dependencies: { "@partner-center/types": "1.0.0" },
};

test("a sound manifest passes", () => {
  expect(checkManifest(sound)).toEqual([]);
});

test.each<[string, Partial<Manifest>]>([
  ["license must be MIT", { license: "ISC" }],
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

test("a tarball holds dist, manifest, README, LICENSE and CHANGELOG, and nothing else", () => {
  const files = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "dist/a/b.js"];
  expect(checkFiles(files)).toEqual([]);
  expect(checkFiles([...files, "src/index.ts", ".env"])).toEqual([
    "src/index.ts is not allowed",
    ".env is not allowed",
  ]);
  expect(checkFiles(["package.json"])).toEqual(["README.md is missing", "LICENSE is missing"]);
});

test("every script names a source map, which holds its sources", () => {
  using folder = temporaryFolder("source-maps-");
  const write = (file: string, content: string) => writeFileSync(join(folder.path, file), content);
  const script = (name: string) => `export {};\n//# sourceMappingURL=${name}.js.map\n`;
  write("sound.js", script("sound"));
  write("sound.js.map", JSON.stringify({ sources: ["../a.ts"], sourcesContent: ["1"] }));
  expect(checkSourceMaps(folder.path)).toEqual([]);

  write("lost.js", script("lost"));
  write("lost.js.map", JSON.stringify({ sources: ["../src/lost.ts"] }));
  write("mapless.js", script("mapless"));
  write("silent.js", "export {};\n");
  write("silent.js.map", "{}");
  expect(checkSourceMaps(folder.path)).toEqual([
    "lost.js: its source map lacks the content of ../src/lost.ts",
    "mapless.js does not name a source map beside it",
    "silent.js does not name a source map beside it",
  ]);
});

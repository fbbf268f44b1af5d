import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "@partner-center/lib/run";
import { type TemporaryFolder, temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");

function writeFiles(folder: TemporaryFolder, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
}

/** Lints these files, and no others, by one rule of the repository's biome.json. */
async function lint(rule: string, files: Record<string, string>): Promise<string> {
  using folder = temporaryFolder("import-rules-");
  copyFileSync(join(root, "biome.json"), join(folder.path, "biome.json"));
  writeFiles(folder, files);
  const args = ["lint", "--vcs-enabled=false", `--only=${rule}`];
  return await run("biome", args, { cwd: folder.path, capture: true });
}

const imports = (specifier: string) => `import { x } from "${specifier}";\nconsole.log(x);\n`;

test.each([
  ["packages/client/src/client.ts", "openapi-fetch", "knows openapi-fetch"],
  ["packages/types/generate/names.ts", "openapi-typescript", "knows openapi-typescript"],
  ["scripts/semver/gate.ts", "openapi-typescript", "knows openapi-typescript"],
  ["packages/client/src/client.ts", "@partner-center/lib/run", "nothing of scripts/"],
  ["packages/client/generate/client.ts", "../../../scripts/check/api.ts", "no folder of scripts/"],
  ["spec/lint.ts", "../scripts/lib/run.ts", "no folder of scripts/"],
  ["scripts/check/api.ts", "../lib/run.ts", "by its name"],
  ["scripts/release/version.ts", "./test/story.ts", "from a test folder"],
  ["packages/docs/build.ts", "./test/chromium.ts", "from a test folder"],
  ["scripts/lib/run.ts", "../check/api.ts", "imports none of the others"],
  ["scripts/lib/run.ts", "@partner-center/spec", "imports none of the others"],
])("%s may not import %s", async (path, specifier, problem) => {
  const linting = lint("style/noRestrictedImports", { [path]: imports(specifier) });
  await expect(linting).rejects.toThrow(problem);
});

test.each([
  ["packages/client/test/client.test.ts", "openapi-fetch"],
  ["packages/docs/build.ts", "@partner-center/lib/run"],
  ["scripts/check/api.ts", "@partner-center/lib/run"],
  ["scripts/release/version.ts", "../semver/gate.ts"],
  ["scripts/check/test/api.test.ts", "../../release/test/story.ts"],
])("%s may import %s", async (path, specifier) => {
  const linting = lint("style/noRestrictedImports", { [path]: imports(specifier) });
  await expect(linting).resolves.toBeTypeOf("string");
});

test("files may not import each other in a circle, types included", async () => {
  const linting = lint("suspicious/noImportCycles", {
    "scripts/check/a.ts": 'import type { B } from "./b.ts";\nexport type A = B;\n',
    "scripts/check/b.ts": 'import type { A } from "./a.ts";\nexport type B = A[];\n',
  });
  await expect(linting).rejects.toThrow("part of a cycle");
});

test("folders may not import each other in a circle, even without one between files", async () => {
  using folder = temporaryFolder("import-rules-");
  copyFileSync(join(root, "tsconfig.json"), join(folder.path, "tsconfig.json"));
  writeFiles(folder, {
    "packages/docs/page/page.ts": 'import "../sources/read.ts";\n',
    "packages/docs/page/html.ts": "export {};\n",
    "packages/docs/sources/read.ts": "export {};\n",
    "packages/docs/sources/guides.ts": 'import "../page/html.ts";\n',
  });
  const config = join(root, "scripts/check/folders.json");
  const options = { cwd: folder.path, capture: true };
  await expect(run("depcruise", [`--config=${config}`, "packages"], options)).rejects.toThrow(
    "no-circle-between-folders: packages/docs/page",
  );
});

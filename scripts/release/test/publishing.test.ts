import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { publishedPackages, readManifest } from "@partner-center/lib/packages";
import { expect, test } from "vitest";
import {
  installNotice,
  publishingFields,
  readPublishing,
  scopePattern,
  withInstallNotice,
} from "../publishing.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const publishing = readPublishing();
const readme = (path: string) => readFileSync(`${root}/${path}`, "utf8");

test.each([
  { path: "README.md", version: readManifest(`${root}/packages/types`).version },
  ...publishedPackages().map(({ directory, manifest }) => ({
    path: `${directory}/README.md`,
    version: manifest.version,
  })),
])("$path has the install notice of version $version", ({ path, version }) => {
  const text = readme(path);
  expect(text).toBe(withInstallNotice(text, installNotice(publishing, version)));
  expect(text.includes("Not published yet")).toBe(version === "0.0.0");
});

test.each(publishedPackages())("$directory/package.json follows the settings", (found) => {
  const { keywords, homepage, bugs, repository, publishConfig } = found.manifest;
  const fields = { keywords, homepage, bugs, repository, publishConfig };
  // When this fails: npm run release -- settings
  expect(fields).toEqual(publishingFields(publishing, found.directory));
});

test("the publishing fields of a manifest follow from the settings", () => {
  const settings = { scope: "@to-scope", keywords: ["orders"] };
  const registry = "https://packages.example.com/";
  const repository = "https://example.com/owner/name";
  expect(publishingFields(settings, "packages/client")).toEqual({ keywords: ["orders"] });
  expect(publishingFields({ ...settings, registry, repository }, "packages/client")).toEqual({
    keywords: ["orders"],
    homepage: "https://example.com/owner/name#readme",
    bugs: "https://example.com/owner/name/issues",
    repository: {
      type: "git",
      url: "git+https://example.com/owner/name.git",
      directory: "packages/client",
    },
    publishConfig: { registry },
  });
});

test("the note ends with the first release, or a snapshot, and does not come back", () => {
  const settings = { scope: "@to-scope", keywords: [] };
  const before = `# Title\n\n${installNotice(settings, "0.0.0")}\n\nText\n`;
  expect(before).toContain("**Not published yet.**");
  for (const version of ["1.0.0", "1.0.0-canary-0a1b2c3", "0.1.0"]) {
    const after = withInstallNotice(before, installNotice(settings, version));
    expect(after).not.toContain("Not published");
    expect(withInstallNotice(after, installNotice(settings, version))).toBe(after);
  }
});

test("a README shows the .npmrc lines for a registry of one's own", () => {
  const registry = "https://packages.example.com/";
  const notice = installNotice({ scope: "@to-scope", registry, keywords: [] }, "1.0.0");
  expect(notice).toContain(
    `@to-scope:registry=${registry}\n//packages.example.com/:_authToken=\${NPM_TOKEN}\n`,
  );
});

test("a README without a place for the notice is an error", () => {
  expect(() => withInstallNotice("# Title\n", "")).toThrow("A README lacks the lines");
});

test("a scope is replaced wherever it stands for packages, and nowhere else", () => {
  const text = [
    "@from-scope/types",
    "@from-scope:registry=x",
    "@from-scope%2ftypes",
    '"@from-scope"',
    "@from-scope-two/x",
    "a@from-scope/b",
  ];
  const pattern = scopePattern("@from-scope");
  expect(text.map((part) => part.replaceAll(pattern, "@to-scope"))).toEqual([
    "@to-scope/types",
    "@to-scope:registry=x",
    "@to-scope%2ftypes",
    '"@to-scope"',
    "@from-scope-two/x",
    "a@from-scope/b",
  ]);
});

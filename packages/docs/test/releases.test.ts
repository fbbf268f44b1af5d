import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, onTestFinished, test } from "vitest";
import { html, textOf } from "../page/html.ts";
import { bodyOf } from "../page/page.ts";
import { changelogPage } from "../sources/release-pages.ts";
import { type Bump, readReleases } from "../sources/releases.ts";

/** A folder that is removed with the test. */
function makeFolder(): URL {
  const folder = temporaryFolder("releases-");
  onTestFinished(() => folder[Symbol.dispose]());
  return pathToFileURL(`${folder.path}/`);
}

test("the changelog has what is pending first, then the newest, a release before its candidates", async () => {
  const folder = makeFolder();
  const write = (path: string, text: string) => {
    mkdirSync(new URL(".", new URL(path, folder)), { recursive: true });
    writeFileSync(new URL(path, folder), text);
  };
  write(".changeset/next.md", '---\n"@partner-center/client": minor\n---\n\nMore.\n');
  // In the changelog of a prerelease already.
  write(".changeset/pre/last.md", '---\n"@partner-center/client": minor\n---\n\nBefore.\n');
  write(
    "packages/types/CHANGELOG.md",
    "# types\n\n## 1.0.0-rc.1\n\n### Major Changes\n\n- Nearly.\n\n## 1.0.0\n\n### Major Changes\n\n- First.\n",
  );
  write("packages/docs/CHANGELOG.md", "# docs\n\n## 1.10.0\n\n## 1.9.0\n");
  const releases = await readReleases(folder);
  expect(releases[0]?.changes).toEqual([
    { package: "@partner-center/client", bump: "minor", text: "More." },
  ]);
  expect(releases.map(({ version }) => version)).toEqual([
    undefined,
    "1.10.0",
    "1.9.0",
    "1.0.0",
    "1.0.0-rc.1",
  ]);
  expect(releases.filter(({ isInitial }) => isInitial).map(({ version }) => version)).toEqual([
    "1.0.0",
    "1.0.0-rc.1",
  ]);
});

test("the first release breaks nobody, whatever its changesets say", async () => {
  const change = (bump: Bump) => ({
    package: "@partner-center/client",
    bump,
    text: `A ${bump} change.`,
  });
  const changes = [change("minor"), change("major")];
  const page = { language: "en", path: "changelog/", title: "Changes", label: "Changes" } as const;
  const textWith = (isInitial: boolean) =>
    textOf(
      bodyOf(
        changelogPage(
          { ...page, description: "Changes.", group: "releases", lead: html``, sections: [] },
          [{ version: "1.0.0", isInitial, changes }],
        ),
      ),
    );
  expect(textWith(true)).toMatch(/^1\.0\.0 Initial release .*A major change\. .*A minor change\.$/);
  expect(textWith(false)).toMatch(/^1\.0\.0 Breaking .* New .*$/);
});

test("a package is named once in a release, above all of its changes", async () => {
  const names = ["client", "docs", "client"].map((name) => `@partner-center/${name}`);
  const changes = names.map((name, place) => ({
    package: name,
    bump: "minor" as const,
    text: `Change ${place}.`,
  }));
  const page = { language: "pl", path: "changelog/", title: "Zmiany", label: "Zmiany" } as const;
  const { sections } = changelogPage(
    { ...page, description: "Zmiany.", group: "releases", lead: html``, sections: [] },
    [{ version: "1.1.0", isInitial: false, changes }],
  );
  expect(sections[0]?.body.text).toContain(
    '<li><code>@partner-center/client</code><ul><li lang="en"><p>Change 0.</p>\n</li><li lang="en"><p>Change 2.</p>\n</li></ul></li><li><code>@partner-center/docs</code>',
  );
});

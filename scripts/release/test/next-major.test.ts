import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect } from "vitest";
import { isMajorNext } from "../rehearsal/next-major.ts";

test("a major is next while its changeset is pending, and when its pull request has used that up", async () => {
  using place = temporaryFolder("next-major-");
  const folder = place.path;
  const write = (path: string, content: unknown) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(folder, path), text);
  };
  const writeVersions = (version: string) => {
    for (const name of ["types", "client", "docs"]) {
      const manifest = { name: `@partner-center/${name}`, version };
      write(`packages/${name}/package.json`, manifest);
    }
  };
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
      cwd: folder,
      capture: true,
    });
  write("spec/openapi.yaml", {
    openapi: "3.1.0",
    info: { title: "x", version: "1.0.0" },
    paths: {},
  });
  write(".changeset/config.json", { fixed: [] });
  writeVersions("1.0.0");
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "First");
  expect(await isMajorNext(folder)).toBe(false);

  const changeset = '---\n"@partner-center/types": major\n---\n\nBreaks.\n';
  write(".changeset/next.md", changeset);
  expect(await isMajorNext(folder)).toBe(true);

  await git("switch", "--quiet", "--create", "release/main");
  await git("clean", "--quiet", "--force", ".changeset");
  expect(await isMajorNext(folder)).toBe(false);
  writeVersions("2.0.0");
  expect(await isMajorNext(folder)).toBe(true);
});

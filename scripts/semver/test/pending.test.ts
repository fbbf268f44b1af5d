import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { readPending } from "../pending.ts";

const config = new URL("../../../.changeset/config.json", import.meta.url);
const nothing = { types: "none", client: "none", docs: "none" };

test("a prerelease uses up its changesets, which count again since the release before it", async () => {
  using place = temporaryFolder("pending-");
  const folder = place.path;
  const write = (path: string, value: object) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  write("package.json", { private: true });
  writeFileSync(join(folder, "pnpm-workspace.yaml"), "packages: [packages/*]\n");
  for (const name of ["types", "client", "docs"]) {
    write(`packages/${name}/package.json`, {
      name: `@partner-center/${name}`,
      version: "2.0.0",
    });
  }
  write("scripts/release/package.json", { type: "module" });
  const changelog = new URL("../../release/changelog.ts", import.meta.url);
  cpSync(changelog, join(folder, "scripts/release/changelog.ts"));
  mkdirSync(join(folder, ".changeset"));
  cpSync(config, join(folder, ".changeset/config.json"));
  const changeset = (...args: string[]) => run("changeset", args, { cwd: folder, capture: true });

  await changeset("pre", "enter", "rc");
  await changeset("add", "--minor", "@partner-center/types", "-m", "More.");
  const minor = { types: "minor", client: "minor", docs: "none" };
  expect(await readPending([], "2.0.0", folder)).toEqual(minor);
  await changeset("version");
  expect(readdirSync(join(folder, ".changeset/pre"))).toHaveLength(1);
  expect(await readPending([], "2.1.0-rc.0", folder)).toEqual(nothing);
  expect(await readPending([], "2.0.0", folder)).toEqual(minor);

  await changeset("add", "--patch", "@partner-center/docs", "-m", "Better.");
  expect(await readPending([], "2.1.0-rc.0", folder)).toEqual({ ...nothing, docs: "patch" });
});

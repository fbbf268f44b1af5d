import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { listen } from "@partner-center/lib/loopback";
import { type LocalRegistry, startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { findBase } from "../base.ts";

function makeFolder(): string {
  const folder = temporaryFolder("semver-base-");
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const contractOf = (version: string, title = "x") =>
  JSON.stringify({ openapi: "3.1.0", info: { title, version }, paths: {} });

/** A checkout as a version step leaves it: with the versions and, if released, spec/released. */
function writeCheckout(folder: string, version: string, released = version): void {
  write(folder, "spec/openapi.yaml", contractOf(version));
  write(folder, ".changeset/config.json", "{}");
  for (const name of ["types", "client", "docs"]) {
    write(folder, `packages/${name}/package.json`, JSON.stringify({ name, version }));
  }
  rmSync(join(folder, "spec/released"), { recursive: true, force: true });
  if (released !== "0.0.0") writeReleased(folder, released);
}

function writeReleased(folder: string, version: string, title?: string): void {
  write(folder, "spec/released/openapi.json", contractOf(version, title));
  write(folder, "spec/released/openapi.d.ts", "export {};\n");
}

const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

/** A repository whose branch `main` has this version. */
async function makeRepository(version: string, released = version) {
  const folder = makeFolder();
  const git = (...args: string[]) =>
    run("git", ["-C", folder, ...author, ...args], { capture: true });
  const commit = async (message: string) => {
    await git("add", "--all");
    await git("commit", "--quiet", "--message", message);
  };
  writeCheckout(folder, version, released);
  await git("init", "--quiet", "--initial-branch=main");
  await commit("first");
  return { folder, git, commit };
}

describe("without a registry", () => {
  test("before the first release it is the contract where the branch was left", async () => {
    const { folder } = await makeRepository("0.0.0");
    const base = await findBase(folder);
    expect(base).toMatchObject({ changesets: [], notes: [] });
    expect(base?.version).toBeUndefined();
    expect(base?.name).toMatch(/^the merge base with main, [0-9a-f]{12}$/);
    expect(JSON.parse(base?.text ?? "")).toMatchObject({ info: { title: "x" } });
  });

  test("then it is spec/released there", async () => {
    const { folder } = await makeRepository("1.2.3");
    const base = await findBase(folder);
    expect(base).toMatchObject({
      version: "1.2.3",
      text: contractOf("1.2.3"),
      declarations: "export {};\n",
      notes: [],
    });
    expect(base?.name).toMatch(/^spec\/released of the merge base with main, [0-9a-f]{12}$/);
  });

  test("a branch that edits spec/released does not change what it is compared with", async () => {
    const { folder, git, commit } = await makeRepository("1.2.3");
    await git("switch", "--quiet", "--create", "topic");
    writeReleased(folder, "1.2.3", "edited");
    const notes = [expect.stringContaining("This branch edits spec/released")];
    expect(await findBase(folder)).toMatchObject({ text: contractOf("1.2.3"), notes });
    await commit("Edit spec/released");
    expect(await findBase(folder)).toMatchObject({ text: contractOf("1.2.3"), notes });
    rmSync(join(folder, "spec/released"), { recursive: true });
    expect(await findBase(folder)).toMatchObject({ text: contractOf("1.2.3"), notes });
  });

  test("a branch with the next version is compared with the last one", async () => {
    const { folder, git, commit } = await makeRepository("1.2.3");
    await git("switch", "--quiet", "--create", "release/main");
    writeCheckout(folder, "2.0.0");
    await commit("Version 2.0.0");
    expect(await findBase(folder)).toMatchObject({
      version: "1.2.3",
      versions: { types: "1.2.3", client: "1.2.3", docs: "1.2.3" },
      notes: [],
    });
  });

  test("a support branch, and what is made for it, has its own last release", async () => {
    const { folder, git, commit } = await makeRepository("1.0.0");
    await git("switch", "--quiet", "--create", "support/1.x");
    writeCheckout(folder, "1.0.1");
    await commit("Version 1.0.1");
    await git("switch", "--quiet", "main");
    writeCheckout(folder, "2.0.0");
    await commit("Version 2.0.0");
    expect(await findBase(folder)).toMatchObject({ version: "2.0.0" });
    await git("switch", "--quiet", "support/1.x");
    expect(await findBase(folder)).toMatchObject({ version: "1.0.1" });
    await git("switch", "--quiet", "--create", "hotfix");
    writeReleased(folder, "1.0.1", "edited");
    await commit("Fix");
    const base = await findBase(folder);
    expect(base).toMatchObject({ version: "1.0.1", text: contractOf("1.0.1") });
    expect(base?.name).toContain("the merge base with support/1.x");
  });

  test("without git's history it is spec/released of the folder, which is said to be unverified", async () => {
    const folder = makeFolder();
    writeCheckout(folder, "1.2.3");
    expect(await findBase(folder)).toMatchObject({
      name: "spec/released",
      version: "1.2.3",
      notes: [expect.stringContaining("unverified")],
    });
    writeCheckout(folder, "0.0.0");
    expect(await findBase(folder)).toBeUndefined();
  });

  test("a release without its contract is an error", async () => {
    const { folder, git, commit } = await makeRepository("1.0.0");
    await git("rm", "--quiet", "spec/released/openapi.json");
    await commit("Remove it");
    await expect(findBase(folder)).rejects.toThrow(
      /The last release can't be read: spec\/released of the merge base with main, \w+ has no openapi.json/,
    );
  });
});

describe("with a registry", () => {
  let registry: LocalRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
    for (const [version, tag] of [
      ["1.0.0", "latest"],
      ["2.0.0", "latest"],
      ["1.0.1", "latest-1"],
      ["2.1.0-rc.0", "rc"],
      ["2.1.0-canary-0a1b2c3", "canary"],
    ] as const) {
      await publish(version, tag);
    }
  });
  afterAll(() => registry?.[Symbol.asyncDispose]());

  async function publish(version: string, tag: string): Promise<void> {
    using folder = temporaryFolder("published-types-");
    const manifest = { name: "@partner-center/types", version, files: ["dist"] };
    write(folder.path, "package.json", JSON.stringify(manifest));
    write(folder.path, ".npmrc", registry.npmrc);
    write(folder.path, "dist/openapi.json", contractOf(version, "published"));
    write(folder.path, "dist/openapi.d.ts", "export {};\n");
    const options = ["--no-git-checks", "--tag", tag];
    await run("pnpm", ["publish", ...options], { cwd: folder.path, capture: true });
  }

  test.each([
    ["the branch's own version", "2.0.0", "2.0.0"],
    ["that of an older branch, however new the latest is", "1.0.1", "1.0.1"],
    ["the last of its major, when its own isn't there", "1.1.0", "1.0.1"],
    ["no prerelease, for a branch of releases", "2.0.1", "2.0.0"],
    ["a prerelease of the same name", "2.1.0-rc.1", "2.1.0-rc.0"],
    ["the latest, for a branch from before the first release", "0.0.0", "2.0.0"],
  ])("it is %s", async (_, own, version) => {
    const { folder } = await makeRepository(own, "0.0.0");
    expect(await findBase(folder, registry.url)).toMatchObject({
      version,
      name: expect.stringContaining(registry.url),
      text: contractOf(version, "published"),
      notes: [],
    });
  });

  test("a version that was made and not published yet counts", async () => {
    const { folder } = await makeRepository("2.1.0");
    expect(await findBase(folder, registry.url)).toMatchObject({
      version: "2.1.0",
      name: expect.stringContaining("spec/released of the merge base with main"),
    });
  });

  test("the registry's copy of a version counts, not that of spec/released", async () => {
    const { folder } = await makeRepository("1.0.1");
    expect(await findBase(folder, registry.url)).toMatchObject({
      text: contractOf("1.0.1", "published"),
    });
  });

  test("a registry without the package leaves the choice to git", async () => {
    await using empty = await startRegistry();
    const { folder } = await makeRepository("0.0.0");
    expect((await findBase(folder, empty.url))?.name).toContain("the merge base with main");
  });
});

const path = "/@partner-center%2ftypes";
test.each([
  ["responds with 500", 500, "", "responded with 500"],
  ["has no latest version", 200, "{}", "has no latest version"],
])("a registry that %s is an error, not a first release", async (_, status, body, complaint) => {
  await using server = await listen((request, response) => {
    response.writeHead(request.url === path ? status : 404).end(body);
  });
  const { folder } = await makeRepository("1.0.0");
  await expect(findBase(folder, server.url)).rejects.toThrow(complaint);
});

test("a registry that can't be reached is an error", async () => {
  const { folder } = await makeRepository("1.0.0");
  await expect(findBase(folder, "http://127.0.0.1:9")).rejects.toThrow("can't be reached");
});

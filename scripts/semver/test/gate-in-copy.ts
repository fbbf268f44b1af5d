/** Runs the gate in a copy of the checkout, where tests change the contract and commit. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";

/** Makes the copy for the tests of a file. Each begins with what was committed. */
export function gateInCopy() {
  let workspace: WorkspaceCopy;
  beforeAll(async () => {
    workspace = await copyWorkspace();
  });
  afterAll(() => workspace?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    await run("git", "checkout", "--quiet", ".");
    await run("git", "clean", "--quiet", "-fd");
  });

  const run: WorkspaceCopy["run"] = (...args) => workspace.run(...args);
  const file = (path: string) => join(workspace.folder, path);
  const read = (path: string) => readFileSync(file(path), "utf8");

  function edit(path: string, search: string, replacement: string): void {
    expect(read(path)).toContain(search);
    writeFileSync(file(path), read(path).replace(search, replacement));
  }

  /** Runs the gate and resolves to what it printed, whether it passed or not. */
  async function gate(...options: string[]): Promise<{ passed: boolean; output: string }> {
    try {
      const output = await run("node", "scripts/semver/semver.ts", ...options);
      return { passed: true, output };
    } catch (error) {
      return { passed: false, output: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Adds a changeset as a maintainer would. */
  async function addChangeset(bump: string, ...packages: string[]): Promise<void> {
    const names = packages.map((name) => `@partner-center/${name}`).join();
    await run("changeset", "add", `--${bump}`, names, "-m", "x");
  }

  async function release(): Promise<void> {
    await run("pnpm", "--filter", "@partner-center/spec", "run", "bundle");
    mkdirSync(file("spec/released"), { recursive: true });
    writeFileSync(file("spec/released/openapi.json"), read("spec/dist/openapi.json"));
    const script =
      'import { readFileSync, writeFileSync } from "node:fs";' +
      'import { declarationsOf } from "./scripts/semver/compare-types.ts";' +
      'const text = readFileSync("spec/released/openapi.json", "utf8");' +
      'writeFileSync("spec/released/openapi.d.ts", declarationsOf({ name: "", text }));';
    await run("node", "--input-type=module", "--eval", script);
    removeChangesets();
    await commitAll(run, "Release");
  }

  function removeChangesets(): void {
    for (const name of readdirSync(file(".changeset"))) {
      if (name.endsWith(".md")) rmSync(file(`.changeset/${name}`));
    }
  }

  function addNote(name: string): void {
    edit(
      "spec/components/schemas/Order.yaml",
      "properties:\n",
      `properties:\n  ${name}:\n    type: string\n    description: x\n`,
    );
  }

  function removeSymbol(): void {
    const path = "spec/components/schemas/Order.yaml";
    const [property = ""] = / {2}currencySymbol:\n( {4}.*\n)+/.exec(read(path)) ?? [];
    edit(path, property, "");
  }

  /** Lets a test commit on a branch of its own, and move main. */
  async function onBranch(name: string, work: () => Promise<void>): Promise<void> {
    const main = await run("git", "rev-parse", "main");
    await run("git", "switch", "--quiet", "--create", name);
    try {
      await work();
    } finally {
      await run("git", "switch", "--quiet", "--force", "main");
      await run("git", "reset", "--quiet", "--hard", main.trim());
    }
  }

  const commit = (message: string) => commitAll(run, message);
  return {
    addChangeset,
    addNote,
    commit,
    edit,
    file,
    gate,
    onBranch,
    read,
    release,
    removeChangesets,
    removeSymbol,
    run,
  };
}

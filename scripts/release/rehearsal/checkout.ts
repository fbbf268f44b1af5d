/** The copy of the repository that a rehearsal releases from, and the registry that it publishes to. */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { LocalRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { commitAll, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import type { DistTags } from "../dist-tags.ts";
import { lostAddresses } from "../stage.ts";

/** The tests of what a release changes: versions, the hash of the contract, install notices, the site. */
const releaseTests = [
  "packages/types/test/contract-files.test.ts",
  "packages/types/test/readme.test.ts",
  "packages/docs/test/site.test.ts",
  "scripts/release/test/publishing.test.ts",
];

const packageNames = ["types", "client", "docs"] as const;
type PackageName = (typeof packageNames)[number];

/** What somebody who releases does there, and what the registry then has. */
export class Checkout {
  readonly registry: LocalRegistry;
  readonly #copy: WorkspaceCopy;
  /** Whether tarballs are published unchecked. */
  isQuick = false;
  readonly #tags: Record<PackageName, DistTags> = { types: {}, client: {}, docs: {} };

  /** @param copy where programs run in an environment that publishes to the registry */
  constructor(copy: WorkspaceCopy, registry: LocalRegistry) {
    this.#copy = copy;
    this.registry = registry;
  }

  get folder(): string {
    return this.#copy.folder;
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  run(command: string, ...args: string[]): Promise<string> {
    return this.#copy.run(command, ...args);
  }

  /** Runs `scripts/NAME.ts`. */
  script(name: string, ...args: string[]): Promise<string> {
    return this.run("node", `scripts/${name}.ts`, ...args);
  }

  /** Adds a changeset for all packages, as somebody who needs no gate for that. */
  async addChangeset(bump: "minor" | "patch", summary: string): Promise<void> {
    const names = packageNames.map((name) => `@partner-center/${name}`).join(",");
    await this.run("changeset", "add", `--${bump}`, names, "-m", summary);
  }

  /** Merges what was changed, makes the versions, and merges those. */
  async makeVersions(message: string): Promise<void> {
    await this.save(message);
    await this.script("release/version");
    await this.save("Release");
  }

  publish(...options: string[]): Promise<string> {
    return this.isQuick
      ? this.script("release/test/publish-unchecked")
      : this.script("release/publish", "--rehearsal", ...options);
  }

  /** Commits everything. */
  commit(message: string): Promise<void> {
    return commitAll(this.#copy.run, message);
  }

  /** Commits and pushes everything. */
  async save(message: string): Promise<void> {
    await this.commit(message);
    await this.run("git", "push", "--quiet", "origin", "HEAD");
  }

  /** Drops what is not committed, and the commits since the given one. */
  async discard(commit = "HEAD"): Promise<void> {
    await this.run("git", "reset", "--quiet", "--hard", commit);
    await this.run("git", "clean", "--quiet", "-d", "--force");
  }

  /**
   * Asserts which tags the registry has of all packages.
   *
   * @param changed those that are new or moved since the last call: all others must be as they were
   */
  async requireTags(changed: Partial<Record<PackageName, DistTags>>): Promise<void> {
    const found = { ...this.#tags };
    for (const name of packageNames) {
      this.#tags[name] = { ...this.#tags[name], ...changed[name] };
      const address = `${this.registry.url}/-/package/@partner-center%2f${name}/dist-tags`;
      found[name] = await (await fetch(address)).json();
    }
    assert.deepEqual(found, this.#tags);
  }

  /** @throws unless the remote has the tags of these versions */
  async requireGitTags(...tags: string[]): Promise<void> {
    const remote = await this.run("git", "ls-remote", "--tags", "origin");
    for (const tag of tags) assert(remote.includes(`refs/tags/@partner-center/${tag}\n`), tag);
  }

  /** Builds the site. @returns the addresses that it lacks and the last release has */
  async buildAndCompare(): Promise<string[]> {
    await this.run("turbo", "run", "build", "--output-logs=errors-only");
    return lostAddresses(this.folder, this.registry.url);
  }

  /** Runs the tests of what a release changes, in the user's environment: what they install comes from there. */
  async testRelease(): Promise<void> {
    await this.run("turbo", "run", "generate:check", "--output-logs=errors-only");
    const vitest = ["exec", "vitest", "run", "--typecheck.enabled=false", ...releaseTests];
    await run("pnpm", vitest, { cwd: this.folder, capture: true });
  }
}

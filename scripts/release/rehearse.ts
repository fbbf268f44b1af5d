/**
 * Rehearses a year of releases on this machine alone, with a registry and a git remote of its own:
 * three releases, an upgrade, a break that is stopped, a publish that is killed half-way, a hotfix of an
 * older release, and a snapshot. At each version it runs the tests of what a release changes.
 *
 * Usage: npm run release -- rehearse     (exits 1 at the first step that goes otherwise)
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createConsumer, type Project } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { type LocalRegistry, startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { readPending } from "../semver/pending.ts";
import type { DistTags } from "./dist-tags.ts";
import { rehearsalEnvironment } from "./loopback.ts";
import { getOrder } from "./order-program.ts";
import { readPublishing } from "./publishing.ts";
import { edit, killPublish, lostAddresses, startOver } from "./stage.ts";

const packageNames = ["@partner-center/types", "@partner-center/client", "@partner-center/docs"];
const [typesName = "", clientName = "", docsName = ""] = packageNames;
const schema = "spec/components/schemas/Order.yaml";
const example = "spec/components/examples/order-new-commerce-completed.yaml";

/** The tests of what a release changes: versions, changelogs, spec/released, READMEs. */
const affected = [
  "packages/types/test",
  "packages/docs/test/releases.test.ts",
  "packages/docs/test/site.test.ts",
  "scripts/semver/test/semver.test.ts",
  "scripts/semver/test/base.test.ts",
  "scripts/release/test/publishing.test.ts",
];

/** The steps of the rehearsal, each of which throws when something goes otherwise. */
class Rehearsal {
  readonly #copy: WorkspaceCopy;
  readonly #registry: LocalRegistry;

  /** @param copy where programs run in an environment that publishes to the registry */
  constructor(copy: WorkspaceCopy, registry: LocalRegistry) {
    this.#copy = copy;
    this.#registry = registry;
  }

  async prepare(remote: string): Promise<void> {
    await this.#copy.run("git", "init", "--quiet", "--bare", remote);
    await this.#copy.run("git", "remote", "add", "origin", remote);
    startOver(this.#copy.folder);
    // A registry in the settings would come before the one of this rehearsal.
    await this.#script("release/settings", "--registry=", "--repository=");
    await assert.rejects(this.#publish(), /The repository's address is unset/);
    await this.#script("release/settings", "--repository=https://github.com/example/rehearsal");
    await this.#copy.run("turbo", "run", "generate");
    await this.#save("Say where the repository is");
  }

  installClient(version: string): Promise<Project> {
    const dependencies = { [clientName]: version, [typesName]: version };
    return createConsumer({ registry: this.#registry }, dependencies);
  }

  /** Gets an order with the client of a project, from the mock of the contract as it is now. */
  useClient(project: string, property = "status"): Promise<string> {
    const mock = { contract: this.#path("spec/dist/openapi.json") };
    return getOrder(project, { mock, property });
  }

  async releaseFirst(): Promise<void> {
    await this.#script("release/version");
    await assert.rejects(this.#publish(), /A release is made of a commit/);
    await this.#save("Version 1.0.0");
    await this.#publish();
    assert.equal(await this.#latest(), "1.0.0 1.0.0 1.0.0");
    // Compared with the real last release, once there is one. A major release may remove addresses.
    if ((await readPending()).types !== "major") {
      const { registry } = readPublishing();
      assert.deepEqual(await lostAddresses(this.#copy.folder, registry), []);
    }
    await this.#test();
  }

  async addProperty(): Promise<void> {
    edit(
      this.#path(schema),
      "properties:\n",
      "properties:\n  inventedStoryNote:\n    type: string\n    x-addition: a rehearsal\n    description: The note that goes with a present.\n    examples: [Enjoy]\n",
    );
    edit(this.#path(example), "value:\n", "value:\n  inventedStoryNote: Enjoy\n");
    const added = /changeset add --minor .*inventedStoryNote/;
    await assert.rejects(this.#script("semver/semver"), added);
    await this.#script("semver/semver", "--write");
    await this.#script("semver/semver");
    await this.#save("Add inventedStoryNote");
    await this.#script("release/version");
    const changelog = readFileSync(this.#path("packages/types/CHANGELOG.md"), "utf8");
    assert.match(changelog, /## 1\.1\.0\n.*`Order\.inventedStoryNote` is new.*## 1\.0\.0/s);
    await this.#save("Version 1.1.0");
  }

  /** Publishes 1.1.0 after a run that is killed when the types are out and the client is not. */
  async publishTheRest(home: string): Promise<void> {
    assert.deepEqual(await this.#buildAndCompare(), []);
    const registry = this.#registry.url;
    await killPublish(this.#copy.folder, { packageName: clientName, registry, home });
    assert.match(await this.#latest(), /^1\.1\.0 1\.0\.0 /);
    await this.#publish();
    assert.equal(await this.#latest(), "1.1.0 1.1.0 1.1.0");
    const tags = await this.#copy.run("git", "ls-remote", "--tags", "origin");
    for (const name of packageNames) assert(tags.includes(`refs/tags/${name}@1.1.0`));
    await this.#test();
  }

  async removeProperty(): Promise<void> {
    edit(this.#path(schema), /^ {2}inventedStoryNote:\n( {4}.*\n)+/m, "");
    edit(this.#path(example), "  inventedStoryNote: Enjoy\n", "");
    const removed = /`Order\.inventedStoryNote` is removed.*changeset add --major/s;
    await assert.rejects(this.#script("semver/semver"), removed);
    await this.#script("semver/semver", "--write");
    await this.#save("Remove inventedStoryNote");
    await this.#script("release/version");
    await this.#save("Version 2.0.0");
    const lost = await this.#buildAndCompare();
    assert(lost.length > 0 && lost.every((address) => address.includes("inventedStoryNote")));
    await this.#publish();
    assert.match(await this.#latest(), /^2\.0\.0 2\.0\.0 /);
    await this.#test();
  }

  /** Publishes a hotfix of the reference at 1.1.0 from its own branch, after 2.0.0. */
  async releaseHotfix(): Promise<void> {
    await this.#copy.run("git", "switch", "--quiet", "--create", "hotfix", `${docsName}@1.1.0`);
    await this.#copy.run("changeset", "add", "--patch", docsName, "-m", "A hotfix.");
    await this.#save("A hotfix");
    // As in CI: the gate is given no registry and compares with the branch's own spec/released.
    const version = ["node", "scripts/release/version.ts"];
    await this.#copy.run("env", "-u", "pnpm_config_registry", ...version);
    await this.#save("Version 1.1.1 of the reference");
    await this.#publish();
    const tags = await this.#tags(docsName);
    assert.deepEqual([tags.latest, tags["latest-1"]], ["1.2.0", "1.1.1"]);
    await this.#copy.run("git", "switch", "--quiet", "main");
  }

  async releaseCanary(): Promise<void> {
    await this.#script("release/version", "--canary");
    await this.#publish("--canary");
    const tags = await this.#tags(clientName);
    assert.match(tags.canary ?? "", /^2\.0\.\d+-canary-[0-9a-f]{7}$/);
    assert.equal(tags.latest, "2.0.0");
  }

  #path(path: string): string {
    return join(this.#copy.folder, path);
  }

  #script(name: string, ...args: string[]): Promise<string> {
    return this.#copy.run("node", `scripts/${name}.ts`, ...args);
  }

  #publish(...options: string[]): Promise<string> {
    return this.#script("release/publish", "--rehearsal", ...options);
  }

  /** Commits and pushes everything. */
  async #save(message: string): Promise<void> {
    await commitAll(this.#copy.run, message);
    await this.#copy.run("git", "push", "--quiet", "origin", "HEAD");
  }

  /** The registry's tags of a package. */
  async #tags(name: string): Promise<DistTags> {
    return JSON.parse(await this.#copy.run("pnpm", "view", name, "dist-tags", "--json"));
  }

  /** The latest version of each package in the registry. */
  async #latest(): Promise<string> {
    const tags = await Promise.all(packageNames.map((name) => this.#tags(name)));
    return tags.map((tag) => tag.latest).join(" ");
  }

  /** Builds the site. @returns the addresses that it lacks and the last release has */
  async #buildAndCompare(): Promise<string[]> {
    await this.#copy.run("turbo", "run", "build", "--output-logs=errors-only");
    return lostAddresses(this.#copy.folder, this.#registry.url);
  }

  /** Runs the tests of what a release changes. What they install comes from the user's registry. */
  async #test(): Promise<void> {
    await this.#copy.run("turbo", "run", "generate:check", "--output-logs=errors-only");
    const vitest = ["exec", "vitest", "run", ...affected];
    await run("pnpm", vitest, { cwd: this.#copy.folder, capture: true });
  }
}

/** Prints a line of the timeline. */
function tell(event: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${event}`);
}

await main(import.meta, {}, async () => {
  using place = temporaryFolder("rehearsal-");
  // Whatever is written from here on goes below this folder.
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = place.path;
  await using registry = await startRegistry();
  const env = rehearsalEnvironment(join(place.path, "home"), registry.url);
  await using copy = await copyWorkspace(env);
  const rehearsal = new Rehearsal(copy, registry);
  await rehearsal.prepare(join(place.path, "remote.git"));
  tell(`a registry at ${registry.url}, a git remote and a checkout`);

  await rehearsal.releaseFirst();
  tell("types, client and docs are published as 1.0.0, once that is committed");
  using old = await rehearsal.installClient("1.0.0");
  assert.equal(await rehearsal.useClient(old.folder), "1.0.0 completed");
  tell("a consumer installs 1.0.0 and reads an order");

  await rehearsal.addProperty();
  tell("the contract gains Order.inventedStoryNote, and the gate asks for a minor version");
  await rehearsal.publishTheRest(join(place.path, "other-home"));
  tell("1.1.0 is published after a run that was killed half-way: all are out and tagged");
  using upgraded = await rehearsal.installClient("1.1.0");
  assert.equal(await rehearsal.useClient(upgraded.folder, "inventedStoryNote"), "1.1.0 Enjoy");
  const options = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  await upgraded.run("tsc", "--noEmit", "--strict", ...options, "program.mts");
  tell("the consumer upgrades and reads the new property");

  await rehearsal.removeProperty();
  tell("its removal is stopped, and goes out as 2.0.0 with a major changeset");
  assert.equal(await rehearsal.useClient(old.folder), "1.0.0 completed");
  tell("the old consumer still works with 1.0.0");
  await rehearsal.releaseHotfix();
  tell("a hotfix of an older release is out, and latest stays");
  await rehearsal.releaseCanary();
  tell("a snapshot of the commit is out, and latest stays");
  console.log("rehearsal: every step came true");
});

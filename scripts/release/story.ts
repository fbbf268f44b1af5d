/** What `npm run release -- rehearse` plays. Its files are wherever TMPDIR points. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { styleText } from "node:util";
import { readArguments } from "@partner-center/lib/main";
import { startRegistry } from "@partner-center/lib/registry";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { commitAll, copyWorkspace } from "@partner-center/lib/workspace-copy";
import { killAt, openDoor } from "./half-way.ts";
import { rehearsalEnvironment, requireLoopbackHere } from "./loopback.ts";
import { compile, installReader, use } from "./order-reader.ts";
import { integrityOf, tagsOf } from "./published.ts";
import { startOver } from "./start-over.ts";

const packageNames = ["@partner-center/types", "@partner-center/client", "@partner-center/docs"];
const [typesName = "", clientName = "", docsName = ""] = packageNames;

const { values } = readArguments({ options: { canary: { type: "boolean", default: false } } });
const begin = performance.now();
let last = begin;
/** Prints a line of the timeline. */
function tell(event: string): void {
  const now = performance.now();
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  console.log(
    `${seconds(now - begin).padStart(6)} s  ${event} ${styleText("dim", `+${seconds(now - last)}`)}`,
  );
  last = now;
}

exitOnSignals();

// A registry, a git remote and a checkout, all of their own.
const place = mkdtempSync(join(tmpdir(), "story-"));
const [registry, workspace] = await Promise.all([startRegistry(), copyWorkspace()]);
const remote = join(place, "remote.git");
const environment = rehearsalEnvironment(join(place, "home"), registry.url);
environment.PATH = `${join(workspace.folder, "node_modules/.bin")}${delimiter}${environment.PATH}`;

const file = (path: string) => join(workspace.folder, path);
const contract = file("spec/dist/openapi.json");
const read = (path: string) => readFileSync(file(path), "utf8");
const here = { cwd: workspace.folder, env: environment, capture: true };
const git = (...args: string[]) => run("git", args, here);
const script = (name: string, ...args: string[]) =>
  run("node", [`scripts/${name}.ts`, ...args], here);

function edit(path: string, search: string | RegExp, replacement: string): void {
  const changed = read(path).replace(search, replacement);
  assert.notEqual(changed, read(path), `${path} has no ${search}`);
  writeFileSync(file(path), changed);
}

async function save(message: string, branch = "main"): Promise<void> {
  await commitAll((command, ...args) => run(command, args, here), message);
  await git("push", "--quiet", "origin", branch);
}

async function latest(): Promise<string> {
  const tags = await Promise.all(packageNames.map((name) => tagsOf(registry, name)));
  return tags.map((tag) => tag.latest ?? "none").join(" ");
}

async function publish(...options: string[]): Promise<void> {
  await requireLoopbackHere(workspace.folder, environment);
  await script("release/publish", "--rehearsal", ...options);
}

/** Runs the gate. @returns what it said when it stopped the release, or undefined when it let it pass */
async function gate(...options: string[]): Promise<string | undefined> {
  return script("semver/semver", ...options).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** The tests of what a release changes: versions, changelogs, spec/released, READMEs. */
const affected = [
  "packages/types/test",
  "packages/docs/test/releases.test.ts",
  "packages/docs/test/site.test.ts",
  "scripts/semver/test/semver.test.ts",
  "scripts/release/test/dist-tags.test.ts",
  "scripts/release/test/package-rules.test.ts",
  "scripts/release/test/publishing.test.ts",
  "scripts/semver/test/base.test.ts",
];

/** Runs them on the commit that is checked out. @throws when one fails */
async function testCommit(): Promise<void> {
  // They install from where the user installs.
  const env = { ...process.env, PATH: environment.PATH };
  await run("turbo", ["run", "generate:check", "--output-logs=errors-only"], here);
  await run("vitest", ["run", ...affected], { ...here, env });
  tell("the tests pass on that commit");
}

/** The tags that the remote has of our packages, in order. */
async function remoteTags(): Promise<string[]> {
  const tags = await run("git", ["--git-dir", remote, "tag"], here);
  return tags.trim().split("\n");
}

/** Starts to publish, and kills that when types are uploaded and client is not. */
async function publishHalfWay(): Promise<void> {
  await requireLoopbackHere(workspace.folder, environment);
  const door = await openDoor(registry.url, clientName);
  const env = { ...rehearsalEnvironment(join(place, "home"), door.url), PATH: environment.PATH };
  await killAt(door, workspace.folder, env);
  rehearsalEnvironment(join(place, "home"), registry.url);
}

/** Publishes a hotfix of 1.1.0 from its own branch, after 2.0.0. */
async function releaseHotfix(): Promise<void> {
  await git("switch", "--quiet", "--create", "hotfix", `${docsName}@1.1.0`);
  await run("changeset", ["add", "--patch", docsName, "-m", "A hotfix."], here);
  // As CI has it: the branch's own spec/released is compared with, and no registry.
  const { pnpm_config_registry: _, ...env } = environment;
  await run("node", ["scripts/release/version.ts"], { ...here, env });
  await save("Version 1.1.1 of the reference", "hotfix");
  await publish();
  const tags = await tagsOf(registry, docsName);
  assert.deepEqual([tags.latest, tags["latest-1"]], ["1.2.0", "1.1.1"]);
  await git("switch", "--quiet", "main");
  tell("a hotfix of an older release is out, and latest stays");
}

/** Publishes a snapshot of the commit that is checked out. */
async function releaseCanary(): Promise<void> {
  await script("release/version", "--canary");
  await publish("--canary");
  const canary = await tagsOf(registry, clientName);
  assert.match(canary.canary ?? "", /^2\.0\.\d+-canary-[0-9a-f]{7}$/);
  assert.equal(canary.latest, "2.0.0");
  tell(`a snapshot of the commit is out as ${canary.canary}, and latest stays`);
}

try {
  mkdirSync(remote);
  await run("git", ["init", "--quiet", "--bare", remote], here);
  await git("remote", "add", "origin", remote);
  startOver(workspace.folder);
  // Without a registry of its own, which would come before the one of this rehearsal.
  await script(
    "release/settings",
    "--repository=https://github.com/example/rehearsal",
    "--registry=",
  );
  await run("turbo", ["run", "generate"], here);
  await save("Say where the repository is");
  tell(`a registry at ${registry.url}, a git remote and a checkout`);

  assert.match(read("packages/client/README.md"), /Not published yet/);
  await script("release/version");
  assert.doesNotMatch(read("packages/client/README.md"), /Not published yet/);
  await assert.rejects(publish(), /A release is made of a commit/);
  await save("Version 1.0.0");
  await publish();
  assert.equal(await latest(), "1.0.0 1.0.0 1.0.0");
  tell("types, client and docs are published as 1.0.0, once that is committed");
  await testCommit();

  const old = await installReader(registry, "1.0.0", "status");
  assert.equal(await use(old, contract), "completed");
  tell("a consumer installs 1.0.0 and reads an order");

  edit(
    "spec/components/schemas/Order.yaml",
    "properties:\n",
    "properties:\n  inventedStoryNote:\n    type: string\n    x-addition: a rehearsal\n    description: The note that goes with a present.\n    examples: [Enjoy]\n",
  );
  const example = "spec/components/examples/order-new-commerce-completed.yaml";
  edit(example, "value:\n", "value:\n  inventedStoryNote: Enjoy\n");
  const asked = await gate();
  assert.match(asked ?? "", /changeset add --minor .*inventedStoryNote/);
  tell("the contract gains Order.inventedStoryNote; the gate asks for a minor version");

  await gate("--write");
  assert.equal(await gate(), undefined);
  await script("release/version");
  const changelog = read("packages/types/CHANGELOG.md");
  assert.match(changelog, /## 1\.1\.0\n.*`Order\.inventedStoryNote` is new.*## 1\.0\.0/s);
  assert.match(read("spec/openapi.yaml"), / {2}version: 1\.1\.0\n/);
  await save("Version 1.1.0");
  tell("with its changeset it becomes 1.1.0, in the changelog too");

  await publishHalfWay();
  assert.match(await latest(), /^1\.1\.0 1\.0\.0 /);
  const integrity = await integrityOf(registry, typesName, "1.1.0");
  tell("its publish is killed: types 1.1.0 is out, client is not");

  await publish();
  assert.equal(await latest(), "1.1.0 1.1.0 1.1.0");
  assert.equal(await integrityOf(registry, typesName, "1.1.0"), integrity);
  tell("run again it ends with the same result, and nothing is published twice");

  // Types were uploaded, and not tagged, before the first run was killed.
  const tagged = packageNames.map((name) => `${name}@1.1.0`);
  assert.deepEqual(
    (await remoteTags()).filter((tag) => tag.endsWith("@1.1.0")),
    tagged.sort(),
  );
  await testCommit();

  const upgraded = await installReader(registry, "1.1.0", "inventedStoryNote");
  await compile(upgraded);
  assert.equal(await use(upgraded, contract), "Enjoy");
  tell("the consumer upgrades and reads the new property");

  edit("spec/components/schemas/Order.yaml", /^ {2}inventedStoryNote:\n( {4}.*\n)+/m, "");
  edit(example, "  inventedStoryNote: Enjoy\n", "");
  const stopped = await gate();
  assert.match(stopped ?? "", /`Order\.inventedStoryNote` is removed.*changeset add --major/s);
  tell("a breaking edit without a changeset is stopped");

  await gate("--write");
  await script("release/version");
  await save("Version 2.0.0");
  await publish();
  assert.match(await latest(), /^2\.0\.0 2\.0\.0 /);
  tell("with a major changeset it goes out as 2.0.0");
  await testCommit();

  assert.equal(await use(old, contract), "completed");
  const kept = JSON.parse(
    readFileSync(join(old.folder, "node_modules", clientName, "package.json"), "utf8"),
  );
  assert.equal(kept.version, "1.0.0");
  tell("the old consumer keeps working on 1.0.0");

  await releaseHotfix();
  const versions = ["1.0.0", "1.1.0", "2.0.0"];
  const all = [typesName, clientName].flatMap((name) => versions.map((one) => `${name}@${one}`));
  const ofDocs = ["1.0.0", "1.1.0", "1.1.1", "1.2.0"].map((version) => `${docsName}@${version}`);
  assert.deepEqual(await remoteTags(), [...all, ...ofDocs].sort());
  tell("the git remote has a tag for each release of each package");
  if (values.canary) await releaseCanary();
  console.log("rehearsal: every step came true");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await registry.stop();
}

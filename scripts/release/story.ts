/** What `npm run release:rehearse` plays. Its files are wherever TMPDIR points. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { styleText } from "node:util";
import { readArguments } from "../arguments.ts";
import { type Consumer, createConsumer, type PublishedPackages } from "../consumer.ts";
import { startRegistry } from "../local-registry.ts";
import { startMock } from "../mock-server.ts";
import { exitOnSignals, run } from "../run.ts";
import { commitAll, copyWorkspace } from "../test/workspace-copy.ts";
import { openDoor } from "./half-way.ts";
import { rehearsalEnvironment, requireLoopbackHere } from "./loopback.ts";

const packageNames = ["@partner-center/types", "@partner-center/client", "@partner-center/docs"];
const [typesName = "", clientName = ""] = packageNames;

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
const environment = rehearsalEnvironment(join(place, "home"), registry.url);
environment.PATH = `${join(workspace.folder, "node_modules/.bin")}${delimiter}${environment.PATH}`;

const file = (path: string) => join(workspace.folder, path);
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

async function save(message: string): Promise<void> {
  await commitAll((command, ...args) => run(command, args, here), message);
  await git("push", "--quiet", "origin", "main");
}

/** The version that each tag of a package stands for. */
async function tagsOf(name: string): Promise<Record<string, string>> {
  const answer = await fetch(`${registry.url}/${name.replace("/", "%2f")}`);
  if (answer.status === 404) return {};
  const facts: { "dist-tags": Record<string, string> } = await answer.json();
  return facts["dist-tags"];
}

async function integrityOf(name: string, version: string): Promise<string> {
  const answer = await fetch(`${registry.url}/${name.replace("/", "%2f")}/${version}`);
  const facts: { dist: { integrity: string } } = await answer.json();
  return facts.dist.integrity;
}

async function latest(): Promise<string> {
  const tags = await Promise.all(packageNames.map(tagsOf));
  return tags.map((tag) => tag.latest ?? "none").join(" ");
}

async function publish(...options: string[]): Promise<void> {
  await requireLoopbackHere(workspace.folder, environment);
  await script("release-publish", "--rehearsal", ...options);
}

/** Runs the gate. @returns what it said when it stopped the release, or undefined when it let it pass */
async function gate(...options: string[]): Promise<string | undefined> {
  return script("check-semver", ...options).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

/** Installs the client for a program that asks for an order and prints a member of it. */
async function install(version: string, member: string): Promise<Consumer> {
  const published: PublishedPackages = {
    registry,
    versions: {},
    [Symbol.asyncDispose]: async () => {},
  };
  const program =
    'import { createClient } from "@partner-center/client";\n' +
    "const [baseUrl] = process.argv.slice(2);\n" +
    "const client = createClient({ credential: 'any', ...(baseUrl && { baseUrl }) });\n" +
    "const { data } = await client.getOrder({ customerId: '4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8', orderId: '9e41c07b52da' });\n" +
    `console.log(data.${member});\n`;
  const globals = "declare const process: { argv: string[] };\n";
  return createConsumer(
    published,
    { [clientName]: version },
    { "program.ts": program, "globals.d.ts": globals },
  );
}

/** Lets TypeScript look at the consumer's program. @throws when it does not compile */
async function compile(consumer: Consumer): Promise<void> {
  const target = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  const files = ["program.ts", "globals.d.ts"];
  await consumer.run("tsc", "--noEmit", "--strict", ...target, ...files);
}

/** Runs the program against the contract of the checkout, and returns what it prints. */
async function use(consumer: Consumer): Promise<string> {
  const mock = await startMock(file("spec/dist/openapi.json"));
  try {
    return (await consumer.run("node", "program.ts", mock.url)).trim();
  } finally {
    await mock.stop();
  }
}

/** Publishes a snapshot of the commit that is checked out. */
async function releaseCanary(): Promise<void> {
  await script("release-version", "--canary");
  await publish("--canary");
  const canary = await tagsOf(clientName);
  assert.match(canary.canary ?? "", /^2\.0\.\d+-canary-[0-9a-f]{7}$/);
  assert.equal(canary.latest, "2.0.0");
  tell(`a snapshot of the commit is out as ${canary.canary}, and latest stays`);
}

try {
  const remote = join(place, "remote.git");
  mkdirSync(remote);
  await run("git", ["init", "--quiet", "--bare", remote], here);
  await git("remote", "add", "origin", remote);
  // Without a registry of its own, which would come before the one of this rehearsal.
  await script(
    "set-publishing",
    "--repository=https://github.com/example/rehearsal",
    "--registry=",
  );
  await save("Say where the repository is");
  tell(`a registry at ${registry.url}, a git remote and a checkout`);

  await script("release-version");
  assert.doesNotMatch(read("packages/client/README.md"), /Not published yet/);
  await save("Version 1.0.0");
  await publish();
  assert.equal(await latest(), "1.0.0 1.0.0 1.0.0");
  tell("types, client and docs are published as 1.0.0");

  const old = await install("1.0.0", "status");
  assert.equal(await use(old), "completed");
  tell("a consumer installs 1.0.0 and reads an order");

  edit(
    "spec/components/schemas/Order.yaml",
    "properties:\n",
    "properties:\n  inventedNote:\n    type: string\n    x-addition: a rehearsal\n    description: The note that goes with a present.\n    examples: [Enjoy]\n",
  );
  edit(
    "spec/components/examples/order-new-commerce-completed.yaml",
    "value:\n",
    "value:\n  inventedNote: Enjoy\n",
  );
  const asked = await gate();
  assert.match(asked ?? "", /changeset add --minor .*inventedNote/);
  tell("the contract gains Order.inventedNote; the gate asks for a minor version");

  await gate("--write");
  assert.equal(await gate(), undefined);
  await script("release-version");
  const changelog = read("packages/types/CHANGELOG.md");
  assert.match(changelog, /## 1\.1\.0\n.*`Order\.inventedNote` is new.*## 1\.0\.0/s);
  assert.match(read("spec/openapi.yaml"), / {2}version: 1\.1\.0\n/);
  await save("Version 1.1.0");
  tell("with its changeset it becomes 1.1.0, in the changelog too");

  await requireLoopbackHere(workspace.folder, environment);
  const door = await openDoor(registry.url, clientName);
  const half = {
    ...environment,
    pnpm_config_registry: `${door.url}/`,
    npm_config_registry: `${door.url}/`,
  };
  const host = door.url.replace("http:", "");
  writeFileSync(join(place, "home/.npmrc"), `registry=${door.url}/\n${host}/:_authToken=nobody\n`);
  const publishing = spawn("node", ["scripts/release-publish.ts", "--rehearsal"], {
    cwd: workspace.folder,
    env: half,
    stdio: "ignore",
    detached: true,
  });
  await Promise.race([
    door.knocked,
    once(publishing, "exit").then(() => assert.fail("the publish ended before it was killed")),
  ]);
  process.kill(-(publishing.pid ?? 0), "SIGKILL");
  await once(publishing, "exit");
  door.close();
  const [typesTags, clientTags] = await Promise.all([tagsOf(typesName), tagsOf(clientName)]);
  assert.deepEqual([typesTags.latest, clientTags.latest], ["1.1.0", "1.0.0"]);
  const integrity = await integrityOf(typesName, "1.1.0");
  tell("its publish is killed: types 1.1.0 is out, client is not");

  rehearsalEnvironment(join(place, "home"), registry.url);
  await publish();
  const [, , docsTag] = (await latest()).split(" ");
  assert.equal(await latest(), `1.1.0 1.1.0 ${docsTag}`);
  assert.equal(await integrityOf(typesName, "1.1.0"), integrity);
  tell("run again it ends with the same result, and nothing is published twice");

  const upgraded = await install("1.1.0", "inventedNote");
  await compile(upgraded);
  assert.equal(await use(upgraded), "Enjoy");
  tell("the consumer upgrades and reads the new member");

  edit("spec/components/schemas/Order.yaml", /^ {2}currencySymbol:\n( {4}.*\n)+/m, "");
  await run("bash", ["-c", "sed -i '/^  currencySymbol:/d' spec/components/examples/*.yaml"], here);
  const stopped = await gate();
  assert.match(stopped ?? "", /`Order\.currencySymbol` is removed.*changeset add --major/s);
  tell("a breaking edit without a changeset is stopped");

  await gate("--write");
  await script("release-version");
  await save("Version 2.0.0");
  await publish();
  assert.match(await latest(), /^2\.0\.0 2\.0\.0 /);
  tell("with a major changeset it goes out as 2.0.0");

  assert.equal(await use(old), "completed");
  const kept = JSON.parse(
    readFileSync(join(old.folder, "node_modules", clientName, "package.json"), "utf8"),
  );
  assert.equal(kept.version, "1.0.0");
  tell("the old consumer keeps working on 1.0.0");

  if (values.canary) await releaseCanary();

  const tags = await run("git", ["--git-dir", remote, "tag"], here);
  for (const version of ["1.0.0", "1.1.0", "2.0.0"])
    assert.match(tags, new RegExp(`client@${version}\n`));
  tell("the git remote has a tag for each release");
  console.log("rehearsal: every step came true");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await registry.stop();
}

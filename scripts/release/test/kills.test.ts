/** Publishes a copy of the repository through a registry that misbehaves, and then once more. */
import { EventEmitter, once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout } from "@partner-center/lib/in-checkout";
import { startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from "vitest";
import { rehearsalEnvironment } from "../loopback.ts";
import { shortenBuilds, startOver } from "../stage.ts";
import { type Fault, type Publish, publishThrough, registryError } from "./faulty-registry.ts";

const version = "0.0.0"; // As the copy starts over.
const types = "@partner-center/types";
const client = "@partner-center/client";
const docs = "@partner-center/docs";
const all = [client, docs, types].map((name) => `${name}@${version}`);

const resources = new AsyncDisposableStack();
let copy: WorkspaceCopy;
let place: string;
let remote: string;
let release: string; // The commit that is released.
let registry: string; // That of a test, empty at its start.

const git = (...args: string[]) => copy.run("git", ...args);

beforeAll(async () => {
  place = resources.use(temporaryFolder("kills-")).path;
  copy = resources.use(await copyWorkspace());
  remote = join(place, "remote.git");
  startOver(copy.folder);
  shortenBuilds(copy.folder);
  const settings = ["scripts/release/settings.ts", "--registry="];
  await copy.run("node", ...settings, "--repository=https://github.com/example/kills");
  await copy.run("turbo", "run", "generate", "build");
  await commitAll(copy.run, "Say where the repository is");
  await git("remote", "add", "origin", remote);
  release = (await git("rev-parse", "HEAD")).trim();
});

afterAll(() => resources.disposeAsync());

beforeEach(async () => {
  await git("switch", "--quiet", "main");
  await git("reset", "--quiet", "--hard", release);
  const tags = (await git("tag", "--list")).split("\n").filter(Boolean);
  if (tags.length > 0) await git("tag", "--delete", ...tags);
  rmSync(remote, { recursive: true, force: true });
  await git("init", "--quiet", "--bare", remote);
  const own = await startRegistry();
  onTestFinished(() => own[Symbol.asyncDispose]());
  registry = own.url;
});

// Without a fault it is the run after a fault.
function publish(fault: Fault = (_, forward) => forward()): Promise<Publish> {
  const home = mkdtempSync(join(place, "home-")); // Its settings name the port of its own proxy.
  return publishThrough(copy.folder, { registry, home, fault });
}

/** A fault of the uploads of one package. */
const onUpload =
  (uploaded: string, fault: Fault): Fault =>
  (request, forward) =>
    request.method === "PUT" && request.name === uploaded ? fault(request, forward) : forward();

/** The response does not reach the program: it is killed, or the connection breaks. */
const after =
  (fate: "break" | "kill"): Fault =>
  async (_, forward) => {
    await forward();
    return fate;
  };

/** The versions in the registry that the tag `latest` means. */
async function published(): Promise<string[]> {
  const found = await Promise.all(
    [client, docs, types].map(async (name) => {
      const response = await fetch(`${registry}/${name}`);
      const latest = response.ok && (await response.json())["dist-tags"].latest;
      return latest ? [`${name}@${latest}`] : [];
    }),
  );
  return found.flat();
}

/** The commit of each tag at the remote, by the tag's name. */
async function tagged(): Promise<Record<string, string>> {
  const lines = (await git("ls-remote", "--tags", "origin")).split("\n");
  const peeled = lines.flatMap((line) => /^(\w+)\trefs\/tags\/(.*)\^\{\}$/.exec(line) ?? []);
  return Object.fromEntries(
    peeled.flatMap((_, index) => (index % 3 === 2 ? [[peeled[index], peeled[index - 1]]] : [])),
  );
}

/** Everything is published, and the tags are on one commit. */
async function expectEnd({ code, output }: Publish, commit = release): Promise<void> {
  expect(code, output).toBe(0);
  expect(await published()).toEqual(all);
  expect(await tagged()).toEqual(Object.fromEntries(all.map((name) => [name, commit])));
}

testInCheckout(
  "a publish is killed four times, and each run goes on where it stopped",

  async () => {
    const killed = { code: null }; // First after the version commit, before anything was packed.
    expect(await publish(() => "kill")).toMatchObject(killed);
    // After packing.
    expect(await publish(onUpload(types, () => "kill"))).toMatchObject(killed);
    expect(await published()).not.toContain(`${types}@${version}`);
    // After the first upload: the client waits for its types.
    expect(await publish(onUpload(types, after("kill")))).toMatchObject(killed);
    expect(await published()).toContain(`${types}@${version}`);
    expect(await published()).not.toContain(`${client}@${version}`);
    // After the last upload, before the tags.
    const last: Fault = async (_, forward) => {
      const response = await forward();
      return (await published()).length === all.length ? "kill" : response;
    };
    expect(await publish(last)).toMatchObject(killed);
    expect(await tagged()).toEqual({});
    await expectEnd(await publish());
  },
);

testInCheckout(
  "tags that were made and not pushed are pushed by the next run",

  async () => {
    await publish(onUpload(client, after("kill")));
    for (const name of all) await git("tag", "--annotate", "--message", name, name);
    await commitAll(copy.run, "Something else");
    await expectEnd(await publish());
  },
);

testInCheckout(
  "a response that is lost after the upload changes nothing",

  async () => {
    const lost = await publish((request, forward) =>
      request.method === "PUT" ? after("break")(request, forward) : forward(),
    );
    await expectEnd(lost);
  },
);

testInCheckout(
  "errors of the registry end in a sentence, and the next run goes on",

  async () => {
    const down = await publish(() => registryError(500, "Out of order"));
    expect(down).toMatchObject({ code: 1 });
    expect(down.output).toMatch(/run the same command again/i);
    const full = await publish(onUpload(types, () => registryError(500, "Out of order")));
    expect(full).toMatchObject({ code: 1 });
    expect(full.output).toMatch(/not got .*types 0\.0\.0.*Run the same command again/i);
    const refused = await publish(onUpload(client, () => registryError(403, "Not yours")));
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.output).toContain("Not yours");
    expect(refused.output).toMatch(/has not got @partner-center\/client 0\.0\.0\./);
    expect(await tagged()).toEqual({});
    await expectEnd(await publish());
  },
);

testInCheckout(
  "a registry that says yes and keeps nothing is not believed",

  async () => {
    const liar = await publish(onUpload(client, () => ({ status: 201, body: "{}" })));
    expect(liar).toMatchObject({ code: 1 });
    expect(liar.output).toMatch(/has not got @partner-center\/client 0\.0\.0\./);
    await expectEnd(await publish());
  },
);

testInCheckout("two publishes at once publish everything once", async () => {
  const events = new EventEmitter();
  const both = once(events, "both"); // The types of the one wait for those of the other.
  let uploads = 0;
  const fault = onUpload(types, async (_, forward) => {
    uploads += 1;
    if (uploads === 2) events.emit("both");
    await both;
    return forward();
  });
  const runs = [publish(fault), publish(fault)];
  void Promise.race(runs).then(() => events.emit("both")); // One that ends early is not waited for.
  for (const one of await Promise.all(runs)) await expectEnd(one);
});

testInCheckout("from CI nothing is published without provenance", async () => {
  const env = { ...rehearsalEnvironment(join(place, "home"), registry), CI: "true" };
  const ci = run("node", ["scripts/release/publish.ts"], { cwd: copy.folder, env, capture: true });
  await expect(ci).rejects.toThrow("From CI, nothing is published without provenance");
  expect(await published()).toEqual([]);
});

/** Publishes another package under the name and version of the types. */
async function publishOther(): Promise<void> {
  using folder = temporaryFolder("other-");
  writeFileSync(join(folder.path, "package.json"), JSON.stringify({ name: types, version }));
  const env = rehearsalEnvironment(join(place, "home-of-other"), registry);
  const options = ["--tag=latest", "--no-git-checks"];
  await run("pnpm", ["publish", ...options], { cwd: folder.path, env, capture: true });
}

/** Changes the bytes of the types, and commits that. */
async function changeTypes(): Promise<void> {
  const readme = join(copy.folder, "packages/types/README.md");
  writeFileSync(readme, `${readFileSync(readme, "utf8")}\nMore.\n`);
  await commitAll(copy.run, "Change the types");
}

testInCheckout("what an earlier commit published is finished from there", async () => {
  await publish(onUpload(types, after("kill")));
  await changeTypes();
  const refused = await publish();
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.output).toMatch(/types 0\.0\.0 with other bytes than this commit/);
  expect(await published()).not.toContain(`${client}@${version}`);
  const [, advice = ""] =
    /git switch --detach (\w+) && npm run release -- publish/.exec(refused.output) ?? [];
  expect(advice).not.toBe("");
  await git("switch", "--quiet", "--detach", release);
  await expectEnd(await publish());
  // A finished version may differ from what the tree gives by now.
  await git("switch", "--quiet", "main");
  expect(await publish()).toMatchObject({ code: 0 });
});

testInCheckout("bytes that somebody else uploads meanwhile are found", async () => {
  const stranger = (): Fault => async (_, forward) => {
    await publishOther();
    return forward();
  };
  const refused = await publish(onUpload(types, stranger()));
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.output).toMatch(/types 0\.0\.0 with other bytes than this commit/);
  expect(refused.output).toContain(`npx changeset add --patch ${types}`);
  expect(await published()).not.toContain(`${client}@${version}`);
  expect(await tagged()).toEqual({});
});

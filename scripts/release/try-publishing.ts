/**
 * Makes a copy of the repository a team's own: another scope, a registry and a repository of theirs.
 * The copy has to build and pass the quick checks, publish to that registry, and serve a project that
 * knows it from the README alone. There and back has to change nothing.
 *
 * Usage: npm run check -- publishing     (exits 1 at the first step that goes otherwise)
 */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempDisposableSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import { readManifest } from "@partner-center/lib/packages";
import { startRegistry } from "@partner-center/lib/registry";
import { exitOnSignals, run } from "@partner-center/lib/run";
import { commitAll, copyWorkspace } from "@partner-center/lib/workspace-copy";
import { startMock } from "@partner-center/spec/mock";
import { rehearsalEnvironment } from "./loopback.ts";
import { readPublishing } from "./publishing.ts";

/** The quick checks, and those of names, dependencies and tarballs. */
const checks = [
  ["node", "scripts/test.ts", "--quick"],
  ["turbo", "run", "build"],
  ["tsc", "--noEmit"],
  ["knip"],
  ["node", "scripts/release/check-packages.ts", "--release"],
  [
    "vitest",
    "run",
    "scripts/release/test/publishing.test.ts",
    "scripts/release/test/package-rules.test.ts",
  ],
];

const before = readPublishing();
/** Scopes that sort after and before others, longer and shorter than ours. No file may have them yet. */
const [long = "", short = "", own = ""] = [
  "zoo-of-partners-and-their-orders",
  "a",
  "contoso-orders",
].map((name) => `@${name}`);

async function testPublishing(): Promise<void> {
  await using copy = await copyWorkspace();
  const set = (settings: Record<string, string>) =>
    copy.run(
      "node",
      "scripts/release/settings.ts",
      ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    );

  await set({ scope: long });
  await set({ scope: short, registry: "https://registry.example.com/" });
  await set({ scope: before.scope, registry: before.registry ?? "" });
  assert.equal(await copy.run("git", "diff", "--stat"), "");
  console.log("✓ to another scope, to a third one and back changes no file");

  await using registry = await running(startRegistry());
  const repository = "https://git.example.com/contoso/orders";
  await set({ scope: own, registry: registry.url, repository });
  await commitAll(copy.run, "Our own names");
  const left = await copy.run("git", "grep", "--name-only", `${before.scope}/`).catch(() => "");
  assert.equal(left, "", `${before.scope} is left in these files`);
  await copy.run("pnpm", "install", "--frozen-lockfile", "--prefer-offline");
  console.log(`✓ with ${own} nothing of ${before.scope} is left, and the lockfile installs`);

  for (const [command = "", ...args] of checks) {
    await copy.run(command, ...args);
    console.log(`✓ ${[command, ...args].join(" ")}`);
  }

  using place = mkdtempDisposableSync(join(tmpdir(), "publishing-"));
  // What says where to publish are the manifests: the environment names a registry that isn't there.
  const env = rehearsalEnvironment(join(place.path, "home"), "http://127.0.0.1:1");
  env.PATH = `${join(copy.folder, "node_modules/.bin")}${delimiter}${env.PATH}`;
  const token = `${registry.url.replace(/^https?:/, "")}/:_authToken=nobody\n`;
  writeFileSync(join(place.path, "home/.npmrc"), token);
  const options = { cwd: copy.folder, env, capture: true };
  await run("node", ["scripts/release/publish.ts", "--rehearsal"], options);
  console.log("✓ the packages are published to the registry of the settings");

  const readme = readFileSync(join(copy.folder, "packages/client/README.md"), "utf8");
  const npmrc = /```ini\n(.*?)```/s.exec(readme)?.[1];
  assert(npmrc, "The client's README shows no .npmrc");
  const project = join(place.path, "project");
  mkdirSync(project);
  writeFileSync(join(project, ".npmrc"), npmrc);
  writeFileSync(join(project, "package.json"), "{}");
  const install = ["install", `${own}/client`, `${own}/types`];
  await run("npm", install, {
    cwd: project,
    env: { ...process.env, NPM_TOKEN: "anyone" },
    capture: true,
  });
  const { version } = readManifest(join(copy.folder, "packages/types"));
  await using mock = await startMock();
  await copy.run(
    "node",
    "--eval",
    `import("./scripts/release/smoke.ts").then(({ useInstalled }) => useInstalled(${[project, mock.url, version].map((value) => JSON.stringify(value))}))`,
  );
  console.log("✓ a project with the README's .npmrc installs them and gets an order");
}

/** A server that stops at the end of its block. */
async function running<Server extends { stop(): Promise<void> }>(starting: Promise<Server>) {
  const server = await starting;
  return { ...server, [Symbol.asyncDispose]: () => server.stop() };
}

exitOnSignals();
readArguments();
try {
  await testPublishing();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Makes a copy of the repository a team's own: another scope, a registry and a repository of theirs.
 * The copy has to build, pass the quick checks, publish to that registry, and serve a project that
 * follows only the README. Renaming there and back must change nothing.
 *
 * Usage: npm run check -- publishing     (exits 1 at the first step that goes otherwise)
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, type Project } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { readManifest } from "@partner-center/lib/packages";
import { type LocalRegistry, startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { rehearsalEnvironment } from "./loopback.ts";
import { getOrder } from "./order-program.ts";
import { type Publishing, readPublishing } from "./publishing.ts";

/** The quick checks, and those of names, dependencies and tarballs. */
const checks = [
  "node scripts/test.ts --fast",
  "turbo run build",
  "tsc --noEmit",
  "knip",
  "node scripts/release/check-packages.ts",
  "vitest run scripts/release/test/publishing.test.ts scripts/release/test/package-rules.test.ts",
];

/** Sorts before other scopes and is longer than ours. No file may have it, so this one has not either. */
const scope = ["@contoso", "orders", "and", "customers"].join("-");
const before = readPublishing();

await main(import.meta, {}, async () => {
  await using registry = await startRegistry();
  await using copy = await copyWorkspace();
  await makeOwn(copy, registry.url);
  console.log(`✓ with ${scope} nothing of ${before.scope} is left, and the lockfile installs`);
  for (const check of checks) {
    const [program = "", ...args] = check.split(" ");
    await copy.run(program, ...args);
    console.log(`✓ ${check}`);
  }

  using place = temporaryFolder("publishing-");
  // Only the manifests say where to publish: this registry does not exist.
  const env = rehearsalEnvironment(join(place.path, "home"), "http://127.0.0.1:1");
  const token = `${registry.url.replace("http:", "")}/:_authToken=nobody\n`;
  writeFileSync(join(place.path, "home/.npmrc"), token);
  const publish = ["scripts/release/publish.ts", "--rehearsal"];
  await run("node", publish, { cwd: copy.folder, env, capture: true });
  console.log("✓ the packages are published to the registry of the settings");
  const { version } = readManifest(join(copy.folder, "packages/types"));
  using project = await installByReadme(copy.folder, version, registry);
  const mock = { contract: join(copy.folder, "spec/dist/openapi.json") };
  assert.equal(await getOrder(project.folder, { scope, mock }), `${version} completed`);
  console.log("✓ a project with the README's .npmrc installs them and gets an order");

  await change(copy, { registry: "", repository: "", ...before });
  assert.equal(await copy.run("git", "diff", "--stat", "HEAD~1"), "");
  console.log("✓ renamed back, no file differs from before");
});

function change(copy: WorkspaceCopy, { keywords: _, ...settings }: Partial<Publishing>) {
  const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  return copy.run("node", "scripts/release/settings.ts", ...options);
}

async function makeOwn(copy: WorkspaceCopy, registry: string): Promise<void> {
  await change(copy, { scope, registry, repository: "https://git.example.com/contoso/orders" });
  await commitAll(copy.run, "Our own names");
  const left = await copy.run("git", "grep", "--name-only", `${before.scope}/`).catch(() => "");
  assert.equal(left, "", `${before.scope} is left in these files`);
  await copy.run("pnpm", "install", "--frozen-lockfile", "--prefer-offline");
}

/** Installs the packages in a project that has the `.npmrc` of the client's README. */
function installByReadme(
  checkout: string,
  version: string,
  { cache }: LocalRegistry,
): Promise<Project> {
  const readme = readFileSync(join(checkout, "packages/client/README.md"), "utf8");
  const npmrc = /```ini\n(.*?)```/s.exec(readme)?.[1];
  assert(npmrc, "The client's README shows no .npmrc");
  process.env.NPM_TOKEN = "anyone";
  const dependencies = { [`${scope}/client`]: version, [`${scope}/types`]: version };
  return createProject(dependencies, { ".npmrc": npmrc }, cache);
}

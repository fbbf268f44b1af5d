/**
 * Rehearses a year of releases on this machine alone, with a registry and a git remote of its own:
 * three releases, an upgrade, a break that is stopped, a publish that ends half-way, a hotfix of an
 * older release, and a snapshot. At each version it runs the tests of what a release changes.
 *
 * Usage: npm run release -- rehearse     (exits 1 at the first step that goes otherwise)
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { startRegistry } from "@partner-center/lib/registry";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { rehearsalEnvironment } from "./loopback.ts";
import { Rehearsal } from "./rehearsal.ts";

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
  tell(
    "the contract gains Order.inventedStoryNote, for which the gate asks a minor version: 1.1.0",
  );
  await rehearsal.publishTheRest();
  tell("published after a run that ended half-way, all are out and tagged");
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

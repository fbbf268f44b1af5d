/**
 * Rehearses the release train on this machine alone, with a registry and a git remote of its own, and
 * asserts after each release which tags the registry has of every package:
 *
 * - 1.0.0, and a consumer that installs it;
 * - 2.0.0, for a break that the gate stops before; its publish is killed half-way and run again;
 * - 1.0.1, a hotfix from support/1.x, which may not release a major;
 * - 2.1.0-rc.0 and 2.1.0-rc.1, in changesets' prerelease mode, which counts from rc.0; a snapshot;
 * - 2.1.0, and the consumer that upgrades to it.
 *
 * In between it runs the tests of what a release changes.
 *
 * Usage: npm run release -- rehearse [--quick]     (exits 1 at the first step that goes otherwise)
 *   --quick  leaves out the consumers, the killed publish, the second candidate, the snapshot and the
 *            tests, publishes a site of one page, and does not check the tarballs
 */
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { startRegistry } from "@partner-center/lib/registry";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { rehearsalEnvironment } from "./loopback.ts";
import * as candidates from "./rehearsal/candidates.ts";
import { Checkout } from "./rehearsal/checkout.ts";
import { installClient, requireOrder } from "./rehearsal/consumers.ts";
import * as majors from "./rehearsal/majors.ts";
import { takeShortcuts } from "./rehearsal/shortcuts.ts";
import * as support from "./rehearsal/support.ts";

/** Prints a line of the timeline. */
function tell(event: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${event}`);
}

/** The releases, one after another. */
async function playQuick(checkout: Checkout): Promise<void> {
  await majors.releaseFirst(checkout);
  tell("types, client and docs are published as 1.0.0, once that is committed");
  await majors.breakContract(checkout);
  tell("a break is stopped, and goes on with a major changeset");
  await majors.releaseSecond(checkout);
  tell("2.0.0 is out");
  await support.startSupport(checkout);
  await support.releaseHotfix(checkout);
  tell("1.0.1 is out from support/1.x as latest-1, and latest stays");
  await candidates.releaseFirstCandidate(checkout);
  tell("2.1.0-rc.0 is out as rc, and latest stays");
  await candidates.releaseThird(checkout);
  tell("2.1.0 is out as latest");
}

/** The releases, with all that happens around them. */
async function playAll(checkout: Checkout, place: string): Promise<void> {
  await majors.releaseFirst(checkout);
  tell("types, client and docs are published as 1.0.0, once that is committed");
  await majors.requireAddresses(checkout);
  using old = await installClient(checkout, "1.0.0");
  const note = { property: "inventedNote", value: "Enjoy" };
  await requireOrder(checkout, old, { version: "1.0.0", ...note });
  tell("a consumer installs 1.0.0 and reads an order");

  await majors.breakContract(checkout);
  tell("a break is stopped, and goes on with a major changeset");
  await majors.publishHalf(checkout, join(place, "other-home"));
  tell("its publish is killed when types and docs are out and the client is not");
  await majors.releaseSecond(checkout);
  tell("2.0.0 is out and tagged after another run");
  await requireOrder(checkout, old, { version: "1.0.0" });
  tell("the old consumer still works with 1.0.0");

  await support.startSupport(checkout);
  await support.refuseReleased(checkout);
  await support.releaseHotfix(checkout);
  tell("1.0.1 is out from support/1.x as latest-1, and latest stays");
  using fixed = await installClient(checkout, "1.0.1");
  await requireOrder(checkout, fixed, { version: "1.0.1" });
  tell("a consumer has it");

  await candidates.releaseFirstCandidate(checkout);
  tell("2.1.0-rc.0 is out as rc, and latest stays");
  await candidates.releaseNextCandidate(checkout);
  tell("2.1.0-rc.1 is out");
  await checkout.test();
  tell("the tests of what a release changes pass in prerelease mode");
  await candidates.releaseCanary(checkout);
  tell("a snapshot of the commit is out as canary");
  await candidates.releaseThird(checkout);
  candidates.requireChangelog(checkout);
  tell("2.1.0 is out as latest, with the changes of its candidates");
  using upgraded = await installClient(checkout, "2.1.0");
  const gift = { property: "inventedGift", value: "Flowers" };
  await requireOrder(checkout, upgraded, { version: "2.1.0", ...gift });
  tell("the consumer upgrades and reads the new property");
  await checkout.test("scripts/semver/test/semver.test.ts"); // The gate's own, half a minute.
  tell("the tests of what a release changes pass");
}

const options = { quick: { type: "boolean", default: false } } as const; // As parseArgs wants.
await main(import.meta, { options }, async ({ values: { quick } }) => {
  using place = temporaryFolder("rehearsal-");
  // Whatever is written from here on goes below this folder.
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = place.path;
  await using registry = await startRegistry();
  const env = rehearsalEnvironment(join(place.path, "home"), registry.url);
  await using copy = await copyWorkspace(env);
  const checkout = new Checkout(copy, registry);
  if (quick) takeShortcuts(checkout);
  await majors.prepare(checkout, join(place.path, "remote.git"));
  tell(`a registry at ${registry.url}, a git remote and a checkout`);
  await (quick ? playQuick(checkout) : playAll(checkout, place.path));
  console.log("rehearsal: every step came true");
});

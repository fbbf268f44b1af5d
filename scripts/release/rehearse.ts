/**
 * Rehearses the release train on this machine alone, with a registry and a git remote of its own, and
 * asserts after each release which tags the registry has of every package:
 *
 * - 1.0.0, and a consumer that installs it;
 * - 2.0.0, for a break that the gate stops before;
 * - 1.0.1, a hotfix from support/1.x, which may not release a major;
 * - 2.1.0-rc.0 and 2.1.0-rc.1, in changesets' prerelease mode, which counts from rc.0; a snapshot;
 * - 2.1.0, and the consumer that upgrades to it.
 *
 * In between it runs the tests of what a release changes, and from the second step on, beside all that,
 * those of kills at every moment and of registries that lie.
 *
 * Usage: npm run release -- rehearse [--quick]     (exits 1 at the first step that goes otherwise)
 *   --quick  leaves out the consumers, the second candidate, the snapshot and the tests, publishes a site
 *            and a client of one file, and does not check the tarballs
 */
import { join } from "node:path";
import type { Project } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { startRegistry } from "@partner-center/lib/registry";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { rehearsalEnvironment } from "./loopback.ts";
import * as candidates from "./rehearsal/candidates.ts";
import { Checkout } from "./rehearsal/checkout.ts";
import { installClient, requireOrder } from "./rehearsal/consumers.ts";
import * as majors from "./rehearsal/majors.ts";
import * as support from "./rehearsal/support.ts";
import { shortenBuilds } from "./stage.ts";

interface Step {
  /** What is true once it was played. */
  shows: string;
  play: () => unknown;
  /** Whether --quick plays it. */
  isQuick: boolean;
}

const step = (shows: string, play: Step["play"]): Step => ({ shows, play, isQuick: true });
const long = (shows: string, play: Step["play"]): Step => ({ shows, play, isQuick: false });

/** How it begins. */
const writeBeginning = (checkout: Checkout): Step[] => [
  step("1.0.0 of types, client and docs is out, once that is committed", () =>
    majors.releaseFirst(checkout),
  ),
];

/** How it goes on. What the steps share is disposed of at the end. */
function writeStory(checkout: Checkout, shared: DisposableStack): Step[] {
  let old: Project;
  return [
    long("the site has each address of the last real release", () =>
      majors.requireAddresses(checkout),
    ),
    long("a consumer installs 1.0.0 and reads an order", async () => {
      old = shared.use(await installClient(checkout, "1.0.0"));
      const note = { property: "inventedNote", value: "Enjoy" };
      await requireOrder(checkout, old, { version: "1.0.0", ...note });
    }),
    step("a break is stopped, and goes on with a major changeset", () =>
      majors.breakContract(checkout),
    ),
    long("its site lacks the addresses of what was removed, and no others", () =>
      majors.requireLoss(checkout),
    ),
    step("2.0.0 is out and tagged", () => majors.releaseSecond(checkout)),
    long("the old consumer still works with 1.0.0", () =>
      requireOrder(checkout, old, { version: "1.0.0" }),
    ),
    step("support/1.x refuses a major", () => support.startSupport(checkout)),
    long("and a version that main has released", () => support.refuseReleased(checkout)),
    step("1.0.1 is out from support/1.x as latest-1, and latest stays", () =>
      support.releaseHotfix(checkout),
    ),
    long("a consumer has it", async () => {
      using fixed = await installClient(checkout, "1.0.1");
      await requireOrder(checkout, fixed, { version: "1.0.1" });
    }),
    step("2.1.0-rc.0 is out as rc, and latest stays", () =>
      candidates.releaseFirstCandidate(checkout),
    ),
    long("2.1.0-rc.1 is out", () => candidates.releaseNextCandidate(checkout)),
    long("the tests of what a release changes pass in prerelease mode", () =>
      checkout.testRelease(),
    ),
    long("a snapshot of the commit is out as canary", () => candidates.releaseCanary(checkout)),
    step("2.1.0 is out as latest", () => candidates.releaseThird(checkout)),
    long("its changelog has the changes of its candidates", () =>
      candidates.requireChangelog(checkout),
    ),
    long("a consumer upgrades and reads the new property", async () => {
      using upgraded = await installClient(checkout, "2.1.0");
      const gift = { property: "inventedGift", value: "Flowers" };
      await requireOrder(checkout, upgraded, { version: "2.1.0", ...gift });
    }),
    long("the tests of what a release changes pass", () => checkout.testRelease()),
  ];
}

/** What is played beside the rest of it, with checkouts and registries of its own. */
const failures: Step[] = [
  long(
    "beside that, each kill, lie and failure ended right on the next run, or was refused",
    () => {
      const files = ["kills", "version-run"].map((name) => `scripts/release/test/${name}.test.ts`);
      return run("vitest", ["run", "--typecheck.enabled=false", ...files], { capture: true });
    },
  ),
];

/** Plays steps in turn, and tells how long each took. */
async function play(steps: Step[], quick: boolean): Promise<void> {
  for (const { shows, play, isQuick } of steps) {
    if (quick && !isQuick) continue;
    const begin = performance.now();
    await play();
    tell(performance.now() - begin, shows);
  }
}

function tell(milliseconds: number, event: string): void {
  console.log(`${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${event}`);
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
  if (quick) {
    checkout.isQuick = true;
    shortenBuilds(checkout.folder);
  }
  await majors.prepare(checkout, join(place.path, "remote.git"));
  tell(performance.now(), `a registry at ${registry.url}, a git remote and a checkout`);
  using shared = new DisposableStack();
  await play(writeBeginning(checkout), quick);
  // Neither is stopped by a failure of the other, which needs its folders.
  const ends = await Promise.allSettled([
    play(writeStory(checkout, shared), quick),
    play(failures, quick),
  ]);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`rehearsal: every step came true, ${seconds} s`);
});

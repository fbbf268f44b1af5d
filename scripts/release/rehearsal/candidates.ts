/** Release candidates of 2.1.0 in changesets' prerelease mode, which counts from rc.0, and 2.1.0. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Checkout } from "./checkout.ts";
import { addProperty, reword } from "./contract.ts";

export async function releaseFirstCandidate(checkout: Checkout): Promise<void> {
  await checkout.run("changeset", "pre", "enter", "rc");
  addProperty(checkout, "inventedGift", "Flowers");
  await checkout.addChangeset("minor", "More.");
  await checkout.makeVersions("Add a property");
  await checkout.publish();
  const rc = "2.1.0-rc.0";
  await checkout.requireTags({ types: { rc }, client: { rc }, docs: { rc: "1.2.0-rc.0" } });
  await requireNothingPending(checkout);
}

export async function releaseNextCandidate(checkout: Checkout): Promise<void> {
  reword(checkout, "What goes with the order.");
  await checkout.addChangeset("patch", "Better.");
  await checkout.makeVersions("Reword the property");
  await checkout.publish();
  const rc = "2.1.0-rc.1";
  await checkout.requireTags({ types: { rc }, client: { rc }, docs: { rc: "1.2.0-rc.1" } });
}

/** Publishes the commit of the last candidate as a snapshot, and removes its versions again. */
export async function releaseCanary(checkout: Checkout): Promise<void> {
  await checkout.script("release/version", "--canary");
  await checkout.publish("--canary");
  const commit = (await checkout.run("git", "rev-parse", "--short=7", "HEAD")).trim();
  const canary = `2.1.0-canary-${commit}`;
  const docs = { canary: `1.2.0-canary-${commit}` };
  await checkout.requireTags({ types: { canary }, client: { canary }, docs });
  await checkout.discard();
}

export async function releaseThird(checkout: Checkout): Promise<void> {
  await checkout.run("changeset", "pre", "exit");
  await checkout.makeVersions("End the candidates");
  await checkout.publish();
  const latest = "2.1.0";
  await checkout.requireTags({ types: { latest }, client: { latest }, docs: { latest: "1.2.0" } });
  const contract = readFileSync(checkout.path("spec/openapi.yaml"), "utf8");
  assert.match(contract, /^ {2}version: 2\.1\.0$/m);
}

/** The release lists what changed since the one before, and since each candidate. */
export function requireChangelog(checkout: Checkout): void {
  const changelog = readFileSync(checkout.path("packages/types/CHANGELOG.md"), "utf8");
  const [, release = ""] = /^## 2\.1\.0\n(.*?)^## /ms.exec(changelog) ?? [];
  assert.match(release, /`Order\.inventedGift` is new/);
  const lists = [...release.matchAll(/The contract since (\S+),/g)].map(([, since]) => since);
  assert.deepEqual(lists.sort(), ["2.0.0", "2.1.0-rc.0"]);
}

/** What the candidate has is not asked for again: the gate and the next release see nothing. */
async function requireNothingPending(checkout: Checkout): Promise<void> {
  const seen = await checkout.script("semver/semver");
  assert.match(seen, /needed: {3}types none, client none, docs none/);
  assert.match(seen, /pending: {2}types none, client none, docs none/);
}

/** A hotfix of the first major, from a branch of its own, after the second is out. */
import assert from "node:assert/strict";
import type { Checkout } from "./checkout.ts";
import { reword } from "./contract.ts";

/** Makes the branch. It refuses what it can't release. */
export async function startSupport(checkout: Checkout): Promise<void> {
  const tag = "@partner-center/types@1.0.0";
  await checkout.run("git", "switch", "--quiet", "--create", "support/1.x", tag);
  await refuse(checkout, "--major", "@partner-center/types", /support\/1\.x releases 1\.x alone/);
}

/** main has released a 1.1.0 of the reference: there can't be another one. */
export function refuseReleased(checkout: Checkout): Promise<void> {
  const taken = /Released from another branch already: @partner-center\/docs@1\.1\.0/;
  return refuse(checkout, "--minor", "@partner-center/docs", taken);
}

export async function releaseHotfix(checkout: Checkout): Promise<void> {
  reword(checkout, "A property that the next major lacks.");
  await checkout.addChangeset("patch", "A hotfix.");
  await checkout.makeVersions("Describe a property");
  await checkout.publish();
  const hotfix = { "latest-1": "1.0.1" };
  await checkout.requireTags({ types: hotfix, client: hotfix, docs: hotfix });
  await checkout.requireGitTags("types@1.0.1", "client@1.0.1", "docs@1.0.1");
  await checkout.run("git", "switch", "--quiet", "main");
}

/** Asks for a version that this branch can't release, and goes back. */
async function refuse(checkout: Checkout, bump: string, name: string, sentence: RegExp) {
  await checkout.run("changeset", "add", bump, name, "-m", "Too much.");
  await checkout.commit("Ask for too much");
  await assert.rejects(checkout.script("release/version"), sentence);
  await checkout.discard("HEAD~1");
}

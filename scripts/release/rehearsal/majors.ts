/** The first release, and a break that becomes the second major. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { readPublishing } from "../publishing.ts";
import { lostAddresses, startOver } from "../stage.ts";
import type { Checkout } from "./checkout.ts";
import { addProperty, removeProperty } from "./contract.ts";
import { isMajorNext } from "./next-major.ts";

const root = join(import.meta.dirname, "../../..");

/** Gives the copy a remote, and takes it back to before the first release. */
export async function prepare(checkout: Checkout, remote: string): Promise<void> {
  await checkout.run("git", "init", "--quiet", "--bare", remote);
  await checkout.run("git", "remote", "add", "origin", remote);
  startOver(checkout.folder);
  addProperty(checkout, "inventedNote", "Enjoy");
  // A registry in the settings would come before the one of this rehearsal.
  await checkout.script("release/settings", "--registry=", "--repository=");
  await assert.rejects(checkout.publish(), /The repository's address is unset/);
  await checkout.script("release/settings", "--repository=https://github.com/example/rehearsal");
  await checkout.save("Say where the repository is");
}

export async function releaseFirst(checkout: Checkout): Promise<void> {
  await checkout.script("release/version");
  await assert.rejects(checkout.publish(), /A release is made of a commit/);
  await checkout.save("Release");
  await checkout.publish();
  const latest = "1.0.0";
  await checkout.requireTags({ types: { latest }, client: { latest }, docs: { latest } });
}

/** Compares with the real last release, once there is one. A major release may remove addresses. */
export async function requireAddresses({ folder }: Checkout): Promise<void> {
  if (await isMajorNext(root)) return;
  assert.deepEqual(await lostAddresses(folder, readPublishing().registry), []);
}

/** Removes a property: the gate stops that until a changeset asks for a major version. */
export async function breakContract(checkout: Checkout): Promise<void> {
  removeProperty(checkout, "inventedNote");
  const removed = /`Order\.inventedNote` is removed.*changeset add --major/s;
  await Promise.all([
    assert.rejects(checkout.script("semver/semver"), removed),
    assert.rejects(checkout.script("release/version"), /A release is made of a commit/),
  ]);
  await checkout.script("semver/semver", "--write");
  await checkout.makeVersions("Remove a property");
}

/** The comparison of the site with the last release finds what the break removed, and nothing else. */
export async function requireLoss(checkout: Checkout): Promise<void> {
  const lost = await checkout.buildAndCompare();
  assert(lost.length > 0 && lost.every((address) => address.includes("inventedNote")));
}

export async function releaseSecond(checkout: Checkout): Promise<void> {
  await checkout.publish();
  const latest = "2.0.0";
  await checkout.requireTags({ types: { latest }, client: { latest }, docs: { latest: "1.1.0" } });
  await checkout.requireGitTags("types@2.0.0", "client@2.0.0", "docs@1.1.0");
}

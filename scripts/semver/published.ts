/** Reads the last release of a branch from the registry. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { isObject, valueAt } from "@partner-center/spec";
import semver from "semver";
import { type Release, readRelease } from "./released.ts";

/**
 * The release that a branch goes on from: the branch's own version, or while that isn't published the
 * last one of its major. Undefined when there is none.
 *
 * @param own the version of the branch; `0.0.0` before the first release, and stands for `latest`
 * @throws when the registry can't be reached, or the release can't be read
 */
export async function readPublished(registry: string, own: string): Promise<Release | undefined> {
  const address = `${registry.replace(/\/$/, "")}/@partner-center%2ftypes`;
  const metadata: unknown = await (await get(address))?.json();
  if (metadata === undefined) return undefined;
  const versions = valueAt(metadata, ["versions"]);
  const published = isObject(versions) ? Object.keys(versions) : [];
  const latest = String(valueAt(metadata, ["dist-tags", "latest"]));
  if (!published.includes(latest)) throw new Error(`${address} has no latest version`);
  const version = own === "0.0.0" ? latest : chooseVersion(published, own);
  if (version === undefined) return undefined;
  const tarball = valueAt(metadata, ["versions", version, "dist", "tarball"]);
  const packed = typeof tarball === "string" ? await get(tarball) : undefined;
  if (!packed) throw new Error(`${address} has no tarball of ${version}`);
  using folder = temporaryFolder("last-release-");
  const file = join(folder.path, "package.tgz");
  writeFileSync(file, await packed.bytes());
  await run("tar", ["-xzf", file, "-C", folder.path], { capture: true });
  return readRelease(join(folder.path, "package/dist"), packed.url);
}

/** Prereleases count for a branch that is one itself, of the same name, such as `rc`. */
function chooseVersion(published: string[], own: string): string | undefined {
  if (published.includes(own)) return own;
  const kind = (version: string) => semver.prerelease(version)?.[0];
  const ofMajor = published.filter(
    (version) =>
      semver.major(version) === semver.major(own) && [undefined, kind(own)].includes(kind(version)),
  );
  return ofMajor.sort(semver.rcompare)[0];
}

/** The response, or undefined when nothing is there. */
async function get(address: string): Promise<Response | undefined> {
  const failure = `The last release can't be read: ${address}`;
  const response = await fetch(address).catch((cause) => {
    throw new Error(`${failure} can't be reached`, { cause });
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${failure} responded with ${response.status}`);
  return response;
}

/** Reads the last release, which the working tree is compared with. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { parseContract, valueAt } from "@partner-center/spec";
import semver from "semver";

/** Where the version step keeps what it released. */
const releasedFolder = fileURLToPath(new URL("../../spec/released", import.meta.url));

/**
 * The last release: the newer one of the registry's `latest` and spec/released, which has a version
 * before it is published. Undefined before the first release.
 *
 * @param registry its address; without one only spec/released is read
 * @throws when the registry can't be reached, or a release can't be read
 */
export async function readLastRelease(registry?: string, folder = releasedFolder) {
  const published = registry ? await readPublished(registry) : undefined;
  const released = existsSync(folder) ? readFolder(folder, "spec/released") : undefined;
  if (!published || !released) return published ?? released;
  return semver.gt(released.version, published.version) ? released : published;
}

async function readPublished(registry: string) {
  const address = `${registry.replace(/\/$/, "")}/@partner-center%2ftypes`;
  const metadata: unknown = await (await get(address))?.json();
  if (metadata === undefined) return undefined;
  const latest = String(valueAt(metadata, ["dist-tags", "latest"]));
  const tarball = valueAt(metadata, ["versions", latest, "dist", "tarball"]);
  const packed = typeof tarball === "string" ? await get(tarball) : undefined;
  if (!packed) throw new Error(`${address} has no latest version with a tarball`);
  using folder = temporaryFolder("last-release-");
  const file = join(folder.path, "package.tgz");
  writeFileSync(file, await packed.bytes());
  await run("tar", ["-xzf", file, "-C", folder.path], { capture: true });
  return readFolder(join(folder.path, "package/dist"), packed.url);
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

function readFolder(folder: string, name: string) {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch (cause) {
      throw new Error(`The last release can't be read: ${name} has no ${file}`, { cause });
    }
  };
  const text = read("openapi.json");
  const { version } = parseContract(text, `${name}/openapi.json`).info;
  return { name, version, text, declarations: read("openapi.d.ts") };
}

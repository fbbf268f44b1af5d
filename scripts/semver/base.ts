/** Reads the last published release, which the working tree is compared with. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { isObject } from "@partner-center/spec";
import semver from "semver";
import type { Side } from "./contract.ts";

const packageName = "@partner-center/types";

/** Where the version step keeps what it released. */
const releasedFolder = fileURLToPath(new URL("../../spec/released", import.meta.url));

export interface Release extends Side {
  version: string;
}

/**
 * The last release: the newer of what the registry calls `latest` and what is in spec/released, where
 * a version stands before it is published. Undefined when there is none yet.
 *
 * @param registry address of a registry; without one only spec/released is read
 * @throws when the registry can't be reached, or what either holds can't be read
 */
export async function readLastRelease(
  registry?: string,
  folder = releasedFolder,
): Promise<Release | undefined> {
  const published = registry ? await readPublished(registry) : undefined;
  const released = existsSync(folder) ? readFolder(folder, "spec/released") : undefined;
  if (!published || !released) return published ?? released;
  return semver.gt(released.version, published.version) ? released : published;
}

async function readPublished(registry: string): Promise<Release | undefined> {
  const address = `${registry.replace(/\/$/, "")}/${packageName.replace("/", "%2f")}`;
  const answer = await ask(address);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const tarball = latestTarball(await answer.json());
  if (!tarball) throw new Error(`${address} names no latest version with a tarball`);
  const packed = await ask(tarball);
  if (!packed.ok) throw new Error(`${tarball} answered ${packed.status}`);
  const folder = mkdtempSync(join(tmpdir(), "last-release-"));
  try {
    const file = join(folder, "package.tgz");
    writeFileSync(file, new Uint8Array(await packed.arrayBuffer()));
    await run("tar", ["-xzf", file, "-C", folder], { capture: true });
    return readFolder(join(folder, "package", "dist"), tarball);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(address: string): Promise<Response> {
  return fetch(address).catch((cause) => {
    throw new Error(`The last release can't be read: ${address} can't be reached`, { cause });
  });
}

function latestTarball(facts: unknown): string | undefined {
  const tags = isObject(facts) ? facts["dist-tags"] : undefined;
  const versions = isObject(facts) ? facts.versions : undefined;
  const latest = isObject(tags) && isObject(versions) ? versions[String(tags.latest)] : undefined;
  const dist = isObject(latest) ? latest.dist : undefined;
  return isObject(dist) && typeof dist.tarball === "string" ? dist.tarball : undefined;
}

function readFolder(folder: string, name: string): Release {
  const read = (file: string) => {
    try {
      return readFileSync(join(folder, file), "utf8");
    } catch (cause) {
      throw new Error(`The last release can't be read: ${name} has no ${file}`, { cause });
    }
  };
  const text = read("openapi.json");
  const version: unknown = JSON.parse(text).info?.version;
  if (typeof version !== "string") throw new Error(`${name}/openapi.json has no info.version`);
  return { name, version, text, declarations: read("openapi.d.ts") };
}

/**
 * Unpacks the sites of earlier releases into releases/<version>/; the build copies them from there to
 * dist/v/<version>/.
 *
 * Usage: node keep-release.ts TARBALL ...       (as `npm pack @partner-center/docs@1.0.0` fetches them)
 */
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, refuse } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { releasesFolder } from "./sources/releases.ts";

/** Unpacks one tarball below a folder and resolves to the version that it holds. */
export async function keepRelease(tarball: string, folder: string): Promise<string> {
  using unpacked = temporaryFolder("release-");
  await run("tar", ["-xzf", resolve(tarball), "-C", unpacked.path], { capture: true });
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(join(unpacked.path, "package/package.json"), "utf8"),
  );
  const site = join(unpacked.path, "package/dist");
  if (manifest.name !== "@partner-center/docs" || !existsSync(join(site, "index.html"))) {
    throw new Error(`${tarball} is not a release of these docs, but of ${manifest.name}`);
  }
  cpSync(site, join(folder, manifest.version), { recursive: true });
  return manifest.version;
}

await main(import.meta, { words: "any" }, async ({ words: tarballs }) => {
  if (tarballs.length === 0) refuse("Name the tarballs to unpack.");
  for (const tarball of tarballs) {
    console.log(`kept ${await keepRelease(tarball, fileURLToPath(releasesFolder))}`);
  }
});

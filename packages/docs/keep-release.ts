/**
 * Unpacks the sites of earlier releases into releases/<version>/, from where the build takes them to
 * dist/v/<version>/.
 *
 * Usage: node keep-release.ts TARBALL ...       (as `npm pack @partner-center/docs@1.0.0` fetches them)
 */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments, refuse } from "@partner-center/lib/main";
import { releasesFolder } from "./site/releases.ts";

/** Unpacks one tarball below a folder and returns the version that it holds. */
export function keepRelease(tarball: string, folder: string): string {
  const unpacked = mkdtempSync(join(tmpdir(), "release-"));
  try {
    execFileSync("tar", ["-xzf", resolve(tarball), "-C", unpacked]);
    const manifest: { name: string; version: string } = JSON.parse(
      readFileSync(join(unpacked, "package/package.json"), "utf8"),
    );
    const site = join(unpacked, "package/dist");
    if (manifest.name !== "@partner-center/docs" || !existsSync(join(site, "index.html"))) {
      throw new Error(`${tarball} holds no site of ours, but ${manifest.name}`);
    }
    cpSync(site, join(folder, manifest.version), { recursive: true });
    return manifest.version;
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}

if (import.meta.main) {
  const { words: tarballs } = readArguments({ words: "any" });
  if (tarballs.length === 0) refuse("Which tarballs?");
  for (const tarball of tarballs) {
    console.log(`kept ${keepRelease(tarball, fileURLToPath(releasesFolder))}`);
  }
}

/**
 * Puts the site together as it is hosted: the last release at the root, or this checkout until there is
 * one; this checkout in next/; every release in v/VERSION/. Asks the registry for the releases, and fails
 * when that does not respond, so that none of them vanishes.
 *
 * Usage: node packages/docs/host.ts --url URL --out FOLDER
 *   --url   where the root will be, such as https://example.com/orders/: pages of the last release name
 *           their address, those of other versions the page there, and there is a sitemap
 *   --out   the folder to write, which is replaced
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { readManifest } from "@partner-center/lib/packages";
import { make } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { readDates } from "./hosting/dates.ts";
import { putTogether } from "./hosting/put-together.ts";
import { fetchSites, readReleases } from "./hosting/registry.ts";

const options = { url: { type: "string" }, out: { type: "string" } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values: { url, out } }) => {
  if (!url || !out) refuse("--url and --out are needed.");
  if (!URL.canParse(url)) refuse(`--url is not a URL: ${url}`);
  const isOther = existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, "next"));
  if (isOther) refuse(`${out} holds something else than hosted sites: name a new folder.`);
  const { name, publishConfig } = readManifest(import.meta.dirname);
  const source = { name, registry: publishConfig?.registry };
  const releases = await readReleases(source);
  using folder = temporaryFolder("releases-");
  await fetchSites(releases.versions, folder.path, source);
  await make("build", "docs");
  const commits = [
    ["HEAD", "HEAD"] as const,
    ...releases.versions.map((version) => [version, `${name}@${version}`] as const),
  ];
  const dates = await Promise.all(
    commits.map(
      async ([version, commit]) => [version, await readDates(import.meta.dirname, commit)] as const,
    ),
  );
  putTogether(resolve(out), {
    ...releases,
    released: folder.path,
    next: join(import.meta.dirname, "dist"),
    dates: new Map(dates),
    url: url.replace(/\/*$/, "/"),
  });
  const { versions, last = "not released yet" } = releases;
  console.log(`root: ${last}\nv/: ${versions.join(", ") || "nothing"}`);
});

/**
 * Builds the site into dist/, from the contract (spec/dist), its Polish texts (spec/overlays), the
 * guides (content/), the samples, the packages' doc comments, and what was released.
 *
 * Usage: node build.ts
 *
 * SITE_URL, such as https://example.com/orders/, is where the site will be. With it pages have
 * canonical links and there is a sitemap; everything else is relative and works anywhere.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { main, refuse } from "@partner-center/lib/main";
import { parseContract, readBundle } from "@partner-center/spec";
import { assetFiles } from "./outputs/assets.ts";
import { downloadFiles, readDownloads } from "./outputs/downloads.ts";
import type { Files } from "./outputs/files.ts";
import { htmlFiles } from "./outputs/html.ts";
import { machineFiles } from "./outputs/machines.ts";
import { renderRedoc } from "./outputs/redoc/render-redoc.ts";
import { searchFiles } from "./outputs/search.ts";
import { languages } from "./page/languages.ts";
import { pagesIn } from "./sources/pages.ts";
import { contractIn } from "./sources/reference/localise-contract.ts";
import { earlierVersions, releasesFolder } from "./sources/releases.ts";

const dist = fileURLToPath(new URL("dist/", import.meta.url));

await main(import.meta, {}, async () => {
  const siteUrl = readSiteUrl();
  const bundle = readBundle();
  const contract = parseContract(bundle);
  // Redoc takes longest, so it starts first.
  const redoc = renderRedoc(bundle);
  const pages = (
    await Promise.all(
      languages.map(async (language) => pagesIn(language, await contractIn(language))),
    )
  ).flat();
  const downloads = readDownloads(contract);
  const bundled = { ...(await assetFiles()), "redoc/index.html": await redoc };
  // Only now is the last site replaced: a failure above leaves it as it is.
  rmSync(dist, { recursive: true, force: true });
  // One after another, since those of a large contract together take much memory.
  writeFiles(bundled);
  writeFiles(htmlFiles(pages, siteUrl));
  writeFiles(searchFiles(pages));
  writeFiles(machineFiles(pages, downloads, contract.info.summary ?? "", siteUrl));
  writeFiles(downloadFiles(downloads));
  for (const version of earlierVersions()) {
    cpSync(new URL(version, releasesFolder), join(dist, "v", version), { recursive: true });
  }
});

function writeFiles(files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(dist, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function readSiteUrl(): string | undefined {
  const { SITE_URL } = process.env;
  if (!SITE_URL) return undefined;
  if (!URL.canParse(SITE_URL)) refuse(`SITE_URL is not a URL: ${SITE_URL}`);
  return SITE_URL.replace(/\/*$/, "/");
}

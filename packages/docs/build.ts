/**
 * Builds the site into dist/, from the contract (spec/dist), its Polish texts (spec/overlays), the
 * guides (content/), the samples, the packages' doc comments, and what was released. Prints what of the
 * contract no page shows.
 *
 * Usage: node build.ts [--contract FILE --out FOLDER]
 *   --contract   makes the reference of another contract instead, in English: pages, Redoc, machine files
 *   --out        where to write that one; replaces the site that is there
 *
 * All links are relative, so the site works below any path. host.ts puts it at an address.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, refuse } from "@partner-center/lib/main";
import { type Contract, parseContract, readBundle } from "@partner-center/spec";
import { Redocly } from "@partner-center/spec/redocly";
import { bundleAssets } from "./outputs/assets.ts";
import {
  type Download,
  downloadFiles,
  downloadsOf,
  readDownloads,
  withSamples,
} from "./outputs/downloads.ts";
import type { Files } from "./outputs/files.ts";
import { htmlFiles } from "./outputs/html.ts";
import { machineFiles } from "./outputs/machines.ts";
import { packageFolders, renderNotices } from "./outputs/notices.ts";
import { renderRedoc } from "./outputs/redoc/render-redoc.ts";
import { renderReleaseList } from "./outputs/release-list.ts";
import { renderRobots } from "./outputs/robots.ts";
import { searchFiles } from "./outputs/search.ts";
import { languages } from "./page/languages.ts";
import type { Page } from "./page/page.ts";
import { pagesIn, referencePages } from "./sources/pages.ts";
import { contractIn } from "./sources/reference/localise-contract.ts";
import { summariseUnshown } from "./sources/reference/unshown.ts";

const dist = fileURLToPath(new URL("dist/", import.meta.url));
const options = { contract: { type: "string" }, out: { type: "string" } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values: { contract, out } }) => {
  if (contract === undefined && out === undefined) return buildSite();
  if (!contract || !out) refuse("--contract and --out go together.");
  const isOther = existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, "redoc"));
  if (isOther) refuse(`${out} holds something else than a site: name a new folder.`);
  await buildReference(contract, resolve(out));
});

/** Our own site, in all languages. */
async function buildSite(): Promise<void> {
  const contract = parseContract(readBundle());
  const published = withSamples(contract, true);
  // Redoc takes longest, so it starts first.
  const redoc = renderRedoc(published, true);
  const pages = (
    await Promise.all(
      languages.map(async (language) => pagesIn(language, await contractIn(language))),
    )
  ).flat();
  await writeSite(dist, { contract, pages, downloads: readDownloads(published), redoc });
  writeFiles(dist, { "v/index.html": renderReleaseList([], "../") });
}

/** The reference of a contract in a file, in JSON or YAML. */
async function buildReference(file: string, out: string): Promise<void> {
  const bundle = await new Redocly().print("bundle", file, "--ext=json");
  const contract = parseContract(bundle, file);
  const site = contract.info.title;
  const pages = referencePages("en", contract).map((page) => ({ ...page, site }));
  const published = withSamples(contract, false);
  const downloads = downloadsOf(published);
  await writeSite(out, { contract, pages, downloads, redoc: renderRedoc(published, false) });
}

interface Site {
  contract: Contract;
  pages: readonly Page[];
  downloads: readonly Download[];
  redoc: Promise<string>;
}

async function writeSite(out: string, { contract, pages, downloads, redoc }: Site): Promise<void> {
  const [assets, redocPage] = await Promise.all([bundleAssets(), redoc]);
  const notices = renderNotices(packageFolders(assets.sources), redocPage);
  // Only now is the last site replaced: a failure above leaves it as it is.
  rmSync(out, { recursive: true, force: true });
  // One after another, since those of a large contract together take much memory.
  writeFiles(out, assets.files);
  writeFiles(out, {
    "redoc/index.html": redocPage,
    "notices.txt": notices,
    "robots.txt": renderRobots(),
  });
  writeFiles(out, htmlFiles(pages, assets.files["assets/site.css"]));
  writeFiles(out, searchFiles(pages));
  const summary = contract.info.summary ?? contract.info.title;
  writeFiles(out, machineFiles(pages, downloads, summary));
  writeFiles(out, downloadFiles(downloads));
  const unshown = summariseUnshown(contract);
  if (unshown) console.log(`not shown on the pages, see the Redoc page: ${unshown}`);
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

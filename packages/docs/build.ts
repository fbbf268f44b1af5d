/**
 * Builds the site into dist/, from the contract (spec/dist), its Polish texts (spec/overlays), the
 * guides (content/), the samples, the packages' doc comments and the release data.
 *
 * Usage: node build.ts
 *
 * SITE_URL, such as https://example.com/orders/, is where the site will stand. With it pages have
 * canonical links and there is a sitemap; everything else is relative and works anywhere.
 */

import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import { buildBrowserFiles } from "./browser/build-browser-files.ts";
import { renderRedoc } from "./redoc/render-redoc.ts";
import { localiseContract } from "./reference/localise-contract.ts";
import { pathIn } from "./site/addresses.ts";
import { renderPage } from "./site/frame.ts";
import { languages } from "./site/languages.ts";
import { hostHeaders, llmsFullText, llmsText, sitemap } from "./site/machines.ts";
import { renderMissingPage } from "./site/missing-page.ts";
import { pagesIn } from "./site/pages.ts";
import { earlierVersions, releasesFolder } from "./site/releases.ts";
import { buildSearchIndex } from "./site/search-index.ts";
import { siblingsIn } from "./site/siblings.ts";
import { renderTwin, twinPath } from "./site/twins.ts";

readArguments();
const specPackage = import.meta.resolve("@partner-center/spec/package.json");
const bundle = fileURLToPath(new URL("dist/", specPackage));
const dist = fileURLToPath(new URL("dist/", import.meta.url));
const contractFiles = ["openapi.json", "openapi.yaml"];
const siteUrl = readSiteUrl();

for (const name of contractFiles) {
  if (existsSync(join(bundle, name))) continue;
  console.error(`spec/dist/${name} is missing; run: npx turbo run bundle`);
  process.exit(1);
}
const contract = readFileSync(join(bundle, "openapi.json"), "utf8");

// The two that start a process of their own run beside everything else.
const redocPage = renderRedoc(contract);
const polish = localiseContract(join(bundle, "openapi.json"), "pl");
const contracts = { en: JSON.parse(contract), pl: await polish };
const pages = (
  await Promise.all(languages.map((language) => pagesIn(language, contracts[language])))
).flat();

const redoc = await redocPage;

// From here on the site that was there is replaced: a failure above leaves it as it is.
rmSync(dist, { recursive: true, force: true });
await buildBrowserFiles(join(dist, "assets"));
for (const language of languages) {
  const siblings = siblingsIn(language, pages);
  for (const page of siblings.pages) {
    write(`${pathIn(language, page.path)}index.html`, renderPage(page, siblings, siteUrl));
  }
  write(`assets/search-${language}.json`, JSON.stringify(buildSearchIndex(language, pages)));
}
const twins = pages.map((page) => ({ page, text: renderTwin(page) }));
for (const { page, text } of twins) write(twinPath(page), text);
write("llms.txt", llmsText(pages, contracts.en.info.summary));
write("llms-full.txt", llmsFullText(twins));
write("404.html", renderMissingPage(siteUrl));
write("_headers", hostHeaders());
if (siteUrl) write("sitemap.xml", sitemap(pages, siteUrl));
write("redoc/index.html", redoc);
for (const name of contractFiles) copyFileSync(join(bundle, name), join(dist, name));
// Beside the contract that it names as ../openapi.yaml.
const workflows = fileURLToPath(new URL("workflows/", specPackage));
for (const name of globSync("*.arazzo.yaml", { cwd: workflows })) {
  write(`workflows/${name}`, readFileSync(join(workflows, name), "utf8"));
}
for (const version of earlierVersions()) {
  cpSync(new URL(version, releasesFolder), join(dist, "v", version), { recursive: true });
}

function write(path: string, content: string): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function readSiteUrl(): string | undefined {
  const { SITE_URL } = process.env;
  if (!SITE_URL) return undefined;
  if (!URL.canParse(SITE_URL)) {
    console.error(`SITE_URL is no address: ${SITE_URL}`);
    process.exit(1);
  }
  return SITE_URL.replace(/\/*$/, "/");
}

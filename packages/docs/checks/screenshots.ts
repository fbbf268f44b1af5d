/**
 * Takes every page in both themes and at two widths into packages/docs/screenshots/, to be looked at.
 *
 * Usage: npm run check -- screenshots [-- PATH ...]       (PATH as in guides/errors/; all when left out)
 */

import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArguments, refuse } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { serveSite } from "../serve.ts";
import { launchChromium } from "../test/chromium.ts";
import { pagePaths } from "./site-pages.ts";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
const { words } = readArguments({ words: "any" });
const [stray] = words.filter((word) => !word.endsWith("/"));
if (stray) refuse(`A page ends with a slash, as guides/errors/ does: ${stray}`);
await make("build", "docs");
const known = pagePaths();
const wanted = words.map((path) => (path === "/" ? "" : path));
const unknown = wanted.filter((path) => !known.includes(path));
if (unknown.length > 0)
  refuse(`No such page: ${unknown.join(", ")}. There are: ${known.join(", ")}`);
const paths = wanted.length > 0 ? wanted : known;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await serveSite(0);
const browser = await launchChromium();
try {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      for (const path of paths) {
        await page.goto(`${site.url}${path}`);
        const name = path.replaceAll("/", "_") || "start_";
        await page.screenshot({
          path: `${folder}${name}${width}-${colorScheme}.png`,
          fullPage: true,
        });
      }
      await page.close();
    }
  }
  console.log(`${paths.length * 4} pictures in packages/docs/screenshots/`);
} finally {
  await browser.close();
  site.close();
}

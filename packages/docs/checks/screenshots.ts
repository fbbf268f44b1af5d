/**
 * Takes pictures of every page in both themes and four widths, for people to look at. They go to
 * packages/docs/screenshots/.
 *
 * Usage: npm run check -- screenshots [--only PATH ...]     such as guides/errors/; all by default
 */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main, refuse } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { serveSite } from "../serve.ts";
import { launchChromium } from "./chromium.ts";
import { pagePaths } from "./site-pages.ts";

const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));

/** A small phone, a tablet, a laptop, a desktop screen. */
const widths = [320, 768, 1280, 1920];
const themes = ["light", "dark"] as const;

const options = { only: { type: "string", multiple: true } } as const; // As parseArgs wants.

await main(import.meta, { options }, async ({ values: { only = [] } }) => {
  const [stray] = only.filter((path) => !path.endsWith("/"));
  if (stray) refuse(`The path of a page ends with a slash, as guides/errors/ does: ${stray}`);
  await make("build", "docs");
  const paths = choosePaths(only);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await takePictures(paths);
  console.log(
    `${paths.length * widths.length * themes.length} pictures in packages/docs/screenshots/`,
  );
});

function choosePaths(only: readonly string[]): string[] {
  const known = pagePaths();
  if (only.length === 0) return known;
  const wanted = only.map((path) => (path === "/" ? "" : path));
  const unknown = wanted.filter((path) => !known.includes(path));
  if (unknown.length > 0) {
    refuse(`No such page: ${unknown.join(", ")}. There are: ${known.join(", ")}`);
  }
  return wanted;
}

async function takePictures(paths: readonly string[]): Promise<void> {
  await using site = await serveSite();
  await using browser = await launchChromium();
  for (const colorScheme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      for (const path of paths) {
        await page.goto(`${site.url}/${path}`);
        const name = path.replaceAll("/", "_") || "start_";
        const file = `${folder}${name}${width}-${colorScheme}.png`;
        await page.screenshot({ path: file, fullPage: true });
      }
      await page.close();
    }
  }
}

/**
 * Measures the built site and prints each figure beside its limit.
 *
 * Usage: npm run check -- site [--quick]       (exits 1 when a limit is not met)
 *   --quick   checks a few pages with axe, and leaves out speed and build times
 */
import { availableParallelism, loadavg } from "node:os";
import { styleText } from "node:util";
import { gzipSync } from "node:zlib";
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { operationsOf, parseContract, readBundle } from "@partner-center/spec";
import type { Browser } from "playwright-core";
import { serveSite } from "../serve.ts";
import { definitionNames } from "../sources/reference/definitions.ts";
import { placesIn } from "../sources/reference/places.ts";
import { visitPages } from "./accessibility.ts";
import { measureBuild } from "./build-times.ts";
import { launchChromium } from "./chromium.ts";
import { findContractText } from "./contract-text.ts";
import { findBrokenLinks } from "./find-broken-links.ts";
import { askQuestions } from "./search-questions.ts";
import { pagePaths, readDist, readPage } from "./site-pages.ts";
import { measureSpeed } from "./speed.ts";
import { findTwinGaps } from "./twin-gaps.ts";

interface Figure {
  name: string;
  measured: string;
  must: string;
  holds: boolean;
  details?: readonly string[];
}

const figures: Figure[] = [];

function report(figure: Figure): void {
  figures.push(figure);
  const mark = figure.holds ? styleText("green", "✓") : styleText("red", "✗");
  console.log(`${mark} ${figure.name.padEnd(46)} ${figure.measured.padEnd(30)} ${figure.must}`);
  for (const detail of figure.details?.slice(0, 20) ?? []) console.log(`    ${detail}`);
}

const none = (name: string, findings: readonly string[]): void =>
  report({
    name,
    measured: `${findings.length}`,
    must: "0",
    holds: findings.length === 0,
    details: findings,
  });

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function reportWeight(path: string): void {
  // Fonts are the reader's own: the style sheet names no file.
  const bytes = [readPage(path), readDist("assets/site.css")]
    .map((text) => gzipSync(text).length)
    .reduce((sum, size) => sum + size, 0);
  report({
    name: "operation page, HTML + CSS + fonts, gzip",
    measured: kilobytes(bytes),
    must: "≤ 40 kB",
    holds: bytes <= 40_000,
  });
}

async function reportReading(url: string, browser: Browser): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const { language, asked, missing } of await findContractText(page, url)) {
    const share = `${(((asked - missing.length) / asked) * 100).toFixed(1)} % of ${asked}`;
    report({
      name: `contract text without JavaScript, ${language}`,
      measured: share,
      must: "100 %",
      holds: missing.length === 0,
      details: missing,
    });
  }
  await page.close();
}

/** Where the first response example begins, without scrolling. */
async function reportFirstScreen(url: string, browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  const box = await page.locator("#response ~ .tabs pre").first().boundingBox();
  report({
    name: "first response example, at 1280 × 900",
    measured: `${Math.round(box?.y ?? Number.NaN)} px`,
    must: "≤ 800 px",
    holds: box !== null && box.y <= 800,
  });
  await page.close();
}

async function reportVisits(
  url: string,
  browser: Browser,
  paths: readonly string[],
): Promise<void> {
  const visits = await visitPages(browser, url, paths);
  const { heaviestScript: script } = visits;
  report({
    name: "script before any interaction, gzip",
    measured: kilobytes(script),
    must: "≤ 20 kB on all pages",
    holds: script <= 20_000,
  });
  none(`axe findings in ${visits.pages} visits (light, dark, 320, 1280)`, visits.findings);
  none("wider than the window", visits.overflows);
  none("foreign or failed requests, policy violations", visits.trouble);
}

async function reportSpeed(
  url: string,
  browser: Browser,
  path: string,
  heading: string,
): Promise<void> {
  const ours = await measureSpeed(browser, `${url}${path}`, heading, 5);
  const redoc = await measureSpeed(browser, `${url}redoc/`, heading, 5);
  const milliseconds = (value: number) => `${Math.round(value)} ms`;
  const twice = (value: number, other: number) => value === 0 || other / value >= 2;
  report({
    name: "largest contentful paint, 4× slower CPU",
    measured: `${milliseconds(ours.paint)}, Redoc ${milliseconds(redoc.shown)} (shell ${Math.round(redoc.paint)})`,
    must: "≤ 500 ms, Redoc's operation ≥ 2×",
    holds: ours.paint > 0 && ours.paint <= 500 && twice(ours.paint, redoc.shown),
  });
  report({
    name: "blocking time, 4× slower CPU",
    measured: `${milliseconds(ours.blocking)}, Redoc ${milliseconds(redoc.blocking)}`,
    must: "≤ 50 ms, Redoc ≥ 2×",
    holds: ours.blocking <= 50 && twice(ours.blocking, redoc.blocking),
  });
  report({
    name: "layout shift",
    measured: ours.shift.toFixed(3),
    must: "0",
    holds: ours.shift === 0,
  });
}

function reportSearch(): void {
  for (const { language, asked, missed, notFirst } of askQuestions()) {
    report({
      name: `search, a right page in the first 3, ${language}`,
      measured: `${asked - missed.length} of ${asked}`,
      must: "all, of ≥ 60",
      holds: asked >= 60 && missed.length === 0,
      details: missed,
    });
    report({
      name: `search, the best page first, ${language}`,
      measured: `${asked - notFirst.length} of ${asked}`,
      must: "≥ 54",
      holds: asked - notFirst.length >= 54,
      details: notFirst,
    });
  }
}

async function reportBuild(): Promise<void> {
  const { cold, afterEdit } = await measureBuild();
  report({
    name: "build, cold",
    measured: `${cold.toFixed(1)} s`,
    must: "≤ 15 s",
    holds: cold <= 15,
  });
  report({
    name: "build, after one contract edit",
    measured: `${afterEdit.toFixed(1)} s`,
    must: "≤ 5 s",
    holds: afterEdit <= 5,
  });
}

async function reportSite(isQuick: boolean): Promise<void> {
  const contract = parseContract(readBundle());
  const [placed] = operationsOf(contract);
  if (!placed) throw new Error("The contract has no operation to measure.");
  const places = placesIn(contract);
  const path = places.operation(placed);
  const definitions = definitionNames(contract).slice(0, 1).map(places.schema);
  const [load = 0] = loadavg();
  const paths = pagePaths();
  console.log(
    `${paths.length} pages, ${availableParallelism()} cores under load ${load.toFixed(1)}`,
  );
  reportWeight(path);
  reportSearch();
  none("broken links and anchors", findBrokenLinks());
  none("pages that differ from their Markdown twin", findTwinGaps());
  await using site = await serveSite();
  await using browser = await launchChromium();
  const url = `${site.url}/`;
  await reportReading(url, browser);
  await reportFirstScreen(`${url}${path}`, browser);
  if (!isQuick) await reportSpeed(url, browser, path, placed.operation.summary ?? placed.id);
  const few = ["", path, ...definitions, "pl/guides/errors/"];
  await reportVisits(url, browser, isQuick ? few : [...paths, "404.html"]);
}

const options = { quick: { type: "boolean", default: false } } as const; // As parseArgs wants it.

await main(import.meta, { options }, async ({ values }) => {
  await make("build", "docs");
  await reportSite(values.quick);
  if (!values.quick) await reportBuild();
  const missed = figures.filter(({ holds }) => !holds);
  console.log(`\nfigures: ${figures.length - missed.length} of ${figures.length} hold`);
  if (missed.length > 0) process.exitCode = 1;
});

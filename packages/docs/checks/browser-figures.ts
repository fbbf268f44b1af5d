/** Figures of the built site in a browser. */
import { type Contract, operationsOf } from "@partner-center/spec";
import type { Browser } from "playwright-core";
import { pathIn } from "../page/addresses.ts";
import { languages } from "../page/languages.ts";
import { placesIn } from "../sources/reference/places.ts";
import { visitPages } from "./accessibility.ts";
import { findContractText } from "./contract-text.ts";
import { kilobytes, report, reportNone } from "./report.ts";
import { tryOffline } from "./try-offline.ts";

export async function reportReading(url: string, browser: Browser): Promise<void> {
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

/** Where the first response example of an operation begins, without scrolling. */
export async function reportFirstScreen(
  url: string,
  browser: Browser,
  operation: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const language of languages) {
    await page.goto(`${url}${pathIn(language, operation)}`);
    const box = await page.locator("#response ~ .tabs pre").first().boundingBox();
    report({
      name: `first response example, at 1280 × 900, ${language}`,
      measured: `${Math.round(box?.y ?? Number.NaN)} px`,
      must: "≤ 800 px",
      holds: box !== null && box.y <= 800,
    });
  }
  await page.close();
}

/** Every operation in every language, with every response that can be chosen. */
export async function reportTries(
  url: string,
  browser: Browser,
  contract: Contract,
): Promise<void> {
  const places = placesIn(contract);
  const operations = operationsOf(contract).map((placed) => places.operation(placed));
  const paths = languages.flatMap((language) => operations.map((path) => pathIn(language, path)));
  let calls = 0;
  const trouble: string[] = [];
  for (const path of paths) {
    const page = await browser.newPage();
    await page.goto(`${url}${path}`);
    const tries = await tryOffline(page);
    calls += tries.calls;
    trouble.push(...tries.trouble.map((problem) => `/${path} ${problem}`));
    await page.close();
  }
  reportNone(`requests and failures of ${calls} tries, offline`, trouble);
}

export async function reportVisits(
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
  reportNone(`axe findings, ${visits.pages} visits, 2 themes × 2 widths`, visits.findings);
  reportNone("wider than the window", visits.overflows);
  reportNone("pages on which something moved", visits.shifts);
  reportNone("foreign or failed requests, policy violations", visits.trouble);
}

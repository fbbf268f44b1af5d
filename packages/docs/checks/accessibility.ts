/** Opens every page in each theme and width, and collects what axe and the browser complain about. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openPage } from "./open-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA with all earlier versions, and axe's own best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export interface Visits {
  pages: number;
  /** Page, theme, width and rule, for each element that axe complains about. */
  findings: string[];
  /** Foreign and failed requests, errors, violations of the policy. */
  trouble: string[];
  /** The most script, gzipped, that a page loads before any interaction. */
  heaviestScript: number;
  /** Pages that scroll sideways. */
  overflows: string[];
  /** Pages on which something moved while they loaded. */
  shifts: string[];
}

/** What axe finds in a page as it is now: the rule and the element. */
export async function auditPage(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    // @ts-expect-error axe is a global of the page, not of this file.
    (values) => axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(" ")}`),
  );
}

interface Display {
  colorScheme: "light" | "dark";
  width: number;
}

const displays: readonly Display[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** Visits the given pages in each theme and width. */
export async function visitPages(
  browser: Browser,
  siteUrl: string,
  paths: readonly string[],
): Promise<Visits> {
  const visits: Visits = {
    pages: 0,
    findings: [],
    trouble: [],
    heaviestScript: 0,
    overflows: [],
    shifts: [],
  };
  await Promise.all(displays.map((display) => visitWith(browser, siteUrl, paths, display, visits)));
  return visits;
}

async function visitWith(
  browser: Browser,
  siteUrl: string,
  paths: readonly string[],
  { colorScheme, width }: Display,
  visits: Visits,
): Promise<void> {
  const viewport = { width, height: 900 };
  const { page, trouble } = await openPage(browser, siteUrl, { colorScheme, viewport });
  await page.addInitScript(watchShifts);
  for (const path of paths) {
    const where = `/${path} ${colorScheme} ${width}`;
    const scripts: Promise<Buffer>[] = [];
    const keep = (response: { request(): { resourceType(): string }; body(): Promise<Buffer> }) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    };
    page.on("response", keep);
    await page.goto(`${siteUrl}${path}`, { waitUntil: "networkidle" });
    page.off("response", keep);
    const inline = await page.locator("script:not([src])").allTextContents();
    const sizes = [...(await Promise.all(scripts)), ...inline].map((code) => gzipSync(code).length);
    const script = sizes.reduce((sum, size) => sum + size, 0);
    visits.heaviestScript = Math.max(visits.heaviestScript, script);
    const shift = await page.evaluate<number>("shift");
    if (shift > 0) visits.shifts.push(`${where}: ${shift.toFixed(4)}`);
    // What can be opened is checked too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) {
        details.removeAttribute("name");
        details.open = true;
      }
    });
    visits.findings.push(...(await auditPage(page)).map((finding) => `${where}: ${finding}`));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) visits.overflows.push(`${where}: ${overflow} px too wide`);
    visits.pages += 1;
  }
  visits.trouble.push(...trouble);
  await page.context().close();
}

/** Runs in the page, before anything of its own. */
function watchShifts(): void {
  Object.assign(window, { shift: 0 });
  const add = (entry: PerformanceEntry) => {
    // The library's types do not know this entry yet.
    const { value } = entry as PerformanceEntry & { value: number };
    Object.assign(window, { shift: Number(Reflect.get(window, "shift")) + value });
  };
  new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({
    type: "layout-shift",
    buffered: true,
  });
}

/** Opens every page as each kind of reader sees it, and gathers what axe and the browser complain of. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openPage } from "./open-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA with all before it, and axe's own best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export interface Visits {
  pages: number;
  /** Page, theme, width and rule, for each element that axe complains of. */
  findings: string[];
  /** Foreign and failed requests, errors, violations of the policy. */
  trouble: string[];
  /** The most script, gzipped, that a page loads before it is touched. */
  heaviestScript: number;
  /** What scrolls sideways, which nothing should. */
  overflows: string[];
}

/** What axe finds in a page as it is now: the rule and the element. */
export async function auditPage(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    // @ts-expect-error axe has put itself into the page, not into this file.
    (values) => axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    tags,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(" ")}`),
  );
}

interface Eye {
  colorScheme: "light" | "dark";
  width: number;
}

const eyes: readonly Eye[] = (["light", "dark"] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
);

/** Visits the given pages with each eye. */
export async function visitPages(
  browser: Browser,
  siteUrl: string,
  paths: readonly string[],
): Promise<Visits> {
  const visits: Visits = { pages: 0, findings: [], trouble: [], heaviestScript: 0, overflows: [] };
  await Promise.all(eyes.map((eye) => visitWith(browser, siteUrl, paths, eye, visits)));
  return visits;
}

async function visitWith(
  browser: Browser,
  siteUrl: string,
  paths: readonly string[],
  { colorScheme, width }: Eye,
  visits: Visits,
): Promise<void> {
  const viewport = { width, height: 900 };
  const { page, trouble } = await openPage(browser, siteUrl, { colorScheme, viewport });
  for (const path of paths) {
    const where = `/${path} ${colorScheme} ${width}`;
    const scripts: Promise<Buffer>[] = [];
    const keep = (response: { request(): { resourceType(): string }; body(): Promise<Buffer> }) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    };
    page.on("response", keep);
    await page.goto(`${siteUrl}${path}`, { waitUntil: "load" });
    page.off("response", keep);
    const inline = await page.locator("script:not([src])").allTextContents();
    const sizes = [...(await Promise.all(scripts)), ...inline].map((code) => gzipSync(code).length);
    const script = sizes.reduce((sum, size) => sum + size, 0);
    visits.heaviestScript = Math.max(visits.heaviestScript, script);
    // Everything that can be opened is looked at too.
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

import type { LoopbackServer } from "@partner-center/lib/loopback";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../checks/chromium.ts";
import { pagePaths, readPage } from "../checks/site-pages.ts";
import { serveSite } from "../serve.ts";

let site: LoopbackServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchChromium()]);
  page = await browser.newPage({ javaScriptEnabled: false });
});

afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

async function visit(path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.url}/${path}`);
}

/** The left and right edges of what is on the page once. */
async function edgesOf(part: Locator): Promise<{ left: number; right: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error("It is not shown");
  return { left: box.x, right: box.x + box.width };
}

test("each row of the menu is one line, in both languages", async () => {
  const tall: string[] = [];
  // Other pages have the rows of the guide.
  const withRows = pagePaths().filter((path) => readPage(path).includes('class="on-page"'));
  expect(withRows.length).toBeGreaterThan(2);
  for (const path of ["guides/errors/", "pl/guides/errors/", ...withRows]) {
    await visit(path, 1280);
    const rows = await page
      .locator(".menu li > :is(a, span)")
      .evaluateAll((links) =>
        links.map((link) => ({ text: link.textContent, height: link.clientHeight })),
      );
    expect(rows.length).toBeGreaterThan(10);
    tall.push(...rows.flatMap(({ text, height }) => (height > 28 ? `${path}: ${text}` : [])));
  }
  expect(tall).toEqual([]);
});

test("a name that is too long for its row ends in an ellipsis", async () => {
  await visit("guides/errors/", 1280);
  const { height, hidden } = await page
    .locator(".menu li > a")
    .first()
    .evaluate((link) => {
      link.textContent = "A name that somebody gave to an operation of a contract of their own";
      return { height: link.clientHeight, hidden: link.scrollWidth - link.clientWidth };
    });
  expect(height).toBeLessThanOrEqual(28);
  expect(hidden).toBeGreaterThan(0);
});

test.each(["", "pl/"])(
  "the call and its response do not scroll sideways on a laptop: /%s",
  async (path) => {
    await visit(path, 1280);
    const hidden = await page
      .locator(".call-and-response pre")
      .evaluateAll((blocks) => blocks.map((block) => block.scrollWidth - block.clientWidth));
    expect(hidden).toEqual([0, 0]);
    const [call, response] = await page.locator(".call-and-response figure").all();
    const { right } = await edgesOf(call as Locator);
    expect((await edgesOf(response as Locator)).left).toBeGreaterThan(right);
  },
);

test("on a desktop screen a guide and its contents stand in the middle of what the menu leaves", async () => {
  await visit("guides/errors/", 1920);
  const menu = await edgesOf(page.locator(".menu"));
  const text = await edgesOf(page.locator("main"));
  const contents = await edgesOf(page.locator(".contents"));
  const left = text.left - menu.right;
  const right = 1920 - contents.right;
  expect(Math.abs(left - right)).toBeLessThan(40);
  const paragraph = await edgesOf(page.locator("main > p").first());
  expect(paragraph.right - paragraph.left).toBeLessThanOrEqual(42 * 16);
});

test.each([320, 1280])(
  "the page of a missing address stands below its header, %i px wide",
  async (width) => {
    await visit("some/deep/path", width);
    const header = await page.locator(".top").boundingBox();
    expect(header).toMatchObject({ x: 0, y: 0, width });
    const text = await page.locator("main").boundingBox();
    expect(text?.y).toBe(header?.height);
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(width);
  },
);

test.each(["", "pl/"])("a small phone shows the whole header in one row: /%s", async (path) => {
  await visit(path, 320);
  const parts = [".home", ".version", ".language"].map((part) => page.locator(`.top ${part}`));
  const edges = await Promise.all(parts.map(edgesOf));
  for (const [index, { left }] of edges.slice(1).entries()) {
    expect(left).toBeGreaterThanOrEqual(edges[index]?.right ?? 0);
  }
  expect(edges.at(-1)?.right).toBeLessThanOrEqual(320);
  const mark = await page.locator(".home").evaluate((home) => home.scrollWidth - home.clientWidth);
  expect(mark).toBe(0);
  expect((await page.locator(".top").boundingBox())?.height).toBeLessThanOrEqual(48);
});

import { readFileSync } from "node:fs";
import type { LoopbackServer } from "@partner-center/lib/loopback";
import {
  operationsOf,
  parseContract,
  readBundle,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../checks/chromium.ts";
import { type OpenPage, openPage } from "../checks/open-page.ts";
import { readDist } from "../checks/site-pages.ts";
import { pathIn } from "../page/addresses.ts";
import { languages } from "../page/languages.ts";
import { serveSite } from "../serve.ts";

const contract = parseContract(readBundle());

const everyProperty: unknown = expect.arrayContaining(
  propertyNames({ $ref: "#/components/schemas/Order" }),
);

/** Redoc renders what is in view; in a window this tall that is everything. */
const tall = 30_000;

let site: LoopbackServer;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test("the page opens on every operation, by its summary and path", async () => {
  const { page } = await openSite();
  expect(await page.title()).toBe(`${contract.info.title}: API reference`);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  for (const { path, operation, id } of operationsOf(contract)) {
    await page.goto(`${site.url}/redoc/#operation/${id}`);
    await page
      .getByRole("heading", { name: operation.summary ?? id })
      .first()
      .waitFor();
    const samples = page.locator(".panel-request-samples");
    await samples.getByText(path, { exact: true }).first().waitFor();
  }
});

test("every property of an order is there once expanded", async () => {
  const { page } = await openSite(tall);
  await expect.poll(() => expandAll(page)).toEqual(everyProperty);
});

test("every value of an enum is explained", async () => {
  const { page } = await openSite(tall);
  const rows = Object.values(schemasOf(contract)).flatMap((schema) =>
    Object.entries(schema["x-enumDescriptions"] ?? {}).map((cells) =>
      cells.join("").replaceAll("`", ""),
    ),
  );
  expect(rows).not.toEqual([]);
  const shown = new Set<string>();
  for (const { operation, id } of operationsOf(contract)) {
    // Redoc renders the operations of one tag at a time.
    await page.goto(`${site.url}/redoc/#operation/${id}`);
    await page
      .getByRole("heading", { name: operation.summary ?? id })
      .first()
      .waitFor();
    for (const row of await page.getByRole("row").allTextContents()) shown.add(row);
  }
  expect([...shown]).toEqual(expect.arrayContaining(rows));
});

test("the contract for download is the published one", async () => {
  const { page } = await openSite();
  for (const name of ["openapi.json", "openapi.yaml"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toBe(readDist(name));
  }
});

test("the page asks no other host for anything and reports nothing", async () => {
  const { page, trouble } = await openSite(tall);
  await expect.poll(() => expandAll(page)).toEqual(everyProperty);
  // Redoc collects its reports and sends them after some seconds, or when the reader leaves.
  await page.clock.fastForward("05:00");
  await page.goto("about:blank");
  await page.context().close();
  expect(trouble).toEqual([]);
});

test.each(languages)(
  "the page leads back to the reference that the reader left, %s",
  async (language) => {
    const { page, trouble } = await openPage(browser, site.url);
    const reference = `${site.url}/${pathIn(language, "reference/")}`;
    await page.goto(reference);
    await page.getByRole("contentinfo").getByRole("link", { name: "Redoc" }).click();
    await page.waitForURL(`${site.url}/redoc/**`);
    await page.locator(`nav a:lang(${language})`).click();
    await page.waitForURL(reference);
    expect(trouble).toEqual([]);
    await page.context().close();
  },
);

test("without JavaScript the page leads to the contract", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/redoc/`);
  const link = page.locator("noscript").getByRole("link", { name: "openapi.yaml" });
  expect(await link.isVisible()).toBe(true);
  expect(await link.getAttribute("href")).toBe("../openapi.yaml");
});

/** Opens the page with the network cut off and a clock that a test can advance. */
async function openSite(height = 900): Promise<OpenPage> {
  const opened = await openPage(browser, site.url, { viewport: { width: 1280, height } });
  await opened.page.clock.install();
  await opened.page.goto(`${site.url}/redoc/`);
  return opened;
}

/**
 * Expands the schemas that are rendered: Redoc renders one operation after the other.
 *
 * @returns the names of the properties shown
 */
async function expandAll(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Expand all" }).evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
  });
  return page.locator(".schema-name").allTextContents();
}

/** The names of all properties of a schema and of the schemas that it refers to. */
function propertyNames(schema: Schema): string[] {
  const { properties = {}, items } = resolve(contract, schema);
  const nested = Object.values(properties).flatMap(propertyNames);
  return [...Object.keys(properties), ...nested, ...(items ? propertyNames(items) : [])];
}

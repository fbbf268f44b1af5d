import { type LoopbackServer, listen } from "@partner-center/lib/loopback";
import type { Browser, Page, Route } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { auditPage, visitPages } from "../checks/accessibility.ts";
import { launchChromium } from "../checks/chromium.ts";
import { findContractText } from "../checks/contract-text.ts";
import { openPage } from "../checks/open-page.ts";
import { dist, readDist } from "../checks/site-pages.ts";
import { serveSite } from "../serve.ts";

let site: LoopbackServer;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchChromium()]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

async function visit(path: string, width = 1280): Promise<{ page: Page; trouble: string[] }> {
  const opened = await openPage(browser, site.url, { viewport: { width, height: 900 } });
  onTestFinished(() => opened.page.context().close());
  await opened.page.goto(`${site.url}/${path}`);
  return opened;
}

/** Keeps what the page asks for at such an address waiting. @returns the requests, as they come */
async function holdBack(page: Page, address: RegExp): Promise<Route[]> {
  const held: Route[] = [];
  await page.route(address, (request) => void held.push(request));
  return held;
}

test("without JavaScript everything that the contract says can be read", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  for (const { language, asked, missing } of await findContractText(page, `${site.url}/`)) {
    expect(missing, language).toEqual([]);
    expect(asked).toBeGreaterThan(300);
  }
  await page.close();
});

// Every page is visited by npm run check -- site.
test("pages please axe, in both themes, wide and narrow, and ask nobody else", async () => {
  const paths = ["", "pl/guides/order-life/", "pl/reference/schemas/OrderStatus/"];
  const { findings, overflows, trouble } = await visitPages(browser, `${site.url}/`, paths);
  expect([...findings, ...overflows, ...trouble]).toEqual([]);

  const { page } = await visit("reference/operations/getOrder/", 320);
  expect(await auditPage(page)).toEqual([]);
});

test("the keyboard opens the menu on a narrow screen, and follows it", async () => {
  const { page, trouble } = await visit("", 320);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the content");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Menu");
  await page.keyboard.press("Enter");
  const menu = page.getByRole("navigation", { name: "Pages" });
  await menu.waitFor();
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "Errors" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/guides/errors/");
  expect(trouble).toEqual([]);
});

test("the first Tab leads past the menu, whose current entry is in view", async () => {
  const { page } = await visit("reference/schemas/OrderStatus/");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the content");
  await expect
    .poll(() => page.locator('.menu [aria-current="page"]').evaluate(isInWindow))
    .toBe(true);
});

test("on a narrow screen the menu opens at the current entry", async () => {
  const { page } = await visit("changelog/", 320);
  await page.getByRole("button", { name: "Menu" }).click();
  await expect
    .poll(() => page.locator('.menu [aria-current="page"]').evaluate(isInWindow))
    .toBe(true);
});

const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top > 0 && bottom < innerHeight;
};

test("the keyboard searches, and a screen reader hears how many results there are", async () => {
  const { page, trouble } = await visit("pl/reference/schemas/Order/");
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Szukaj w dokumentacji" });
  await field.waitFor();
  // At once: each key would have results of its own.
  await page.keyboard.insertText("429");
  const options = page.getByRole("listbox").getByRole("option");
  await options.first().waitFor();
  expect(await page.getByRole("status").textContent()).toBe(`Wyniki: ${await options.count()}`);
  expect(await options.first().textContent()).toContain("429");
  expect(await options.first().locator("small").textContent()).toMatch(/^Przewodnik › /);

  const chosen = () => page.getByRole("listbox").getByRole("option", { selected: true });
  expect(await chosen().getAttribute("id")).toBe(await field.getAttribute("aria-activedescendant"));
  await page.keyboard.press("ArrowDown");
  expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
  await field.fill("opóźnienie 15 minut");
  await chosen().getByText("15 minut").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/pl/guides/order-life/#lag");
  expect(trouble).toEqual([]);
});

test("what takes time to load says so", async () => {
  const { page } = await visit(operation);
  const held = await holdBack(page, /search-en\.json|try-it-/);
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("button", { name: "Loading ..." }).waitFor();
  await page.keyboard.press("/");
  const state = page.getByRole("dialog").getByRole("status");
  await state.getByText("Loading ...").waitFor();
  for (const request of held) void request.continue();
  await page.locator(".try form").waitFor();
  await expect.poll(() => state.textContent()).toBe("");
});

test("one Escape closes the search, also after a question, and focus goes back", async () => {
  const { page } = await visit("");
  const button = page.getByRole("button", { name: "Search" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Search the docs" }).fill("etag");
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await focused(page)).toContain("Search");
});

const operation = "reference/operations/getOrder/";

test("the keyboard chooses a sample and copies it", async () => {
  const { page, trouble } = await visit(operation);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("radio", { name: "curl" }).focus();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press("ArrowRight");
  const python = page.locator("#sample-python");
  await python.waitFor();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Copy");
  await page.keyboard.press("Enter");
  await python.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("urllib.request");
  expect(trouble).toEqual([]);
});

test("where there is no clipboard, the button selects the code", async () => {
  const { page } = await visit(operation);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.locator("#sample-curl").getByRole("button", { name: "Copy" }).click();
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toContain("Authorization: Bearer $TOKEN");
});

test("the button beside the title copies the page as Markdown", async () => {
  const { page, trouble } = await visit("guides/prices/");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy page" }).click();
  await page.getByRole("button", { name: "Copied" }).first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(readDist("guides/prices/index.md"));
  expect(trouble).toEqual([]);
});

test("where there is no clipboard, that button opens the Markdown", async () => {
  const { page } = await visit("guides/prices/");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy page" }).click();
  await page.waitForURL("**/guides/prices/index.md");
});

test("without JavaScript no button offers to copy the page", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  onTestFinished(() => page.close());
  await page.goto(`${site.url}/guides/prices/`);
  expect(await page.locator(".copy-page").isVisible()).toBe(false);
});

test("tabs work without JavaScript", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  onTestFinished(() => page.close());
  await page.goto(`${site.url}/${operation}`);
  await page.locator("label").filter({ hasText: "429" }).click();
  await page.locator("#fault-429-throttled").waitFor();
  expect(await page.locator("#order-new-commerce-completed").isVisible()).toBe(false);
});

test.each([true, false])(
  "an example is chosen from the list of all (JavaScript: %s)",
  async (javaScriptEnabled) => {
    const page = await browser.newPage({ javaScriptEnabled });
    onTestFinished(() => page.close());
    await page.goto(`${site.url}/${operation}`);
    const legacy = page.getByRole("radio", { name: "Legacy order" });
    expect(await legacy.isVisible()).toBe(false);
    await page
      .getByText(/^Examples: \d+$/)
      .first()
      .click();
    await legacy.click();
    await page.locator("#order-legacy pre").waitFor();
    expect(await page.locator("#order-new-commerce-completed").isVisible()).toBe(false);
    // The list closes only with a script.
    expect(
      await page.getByRole("radio", { name: "New commerce order, completed" }).isVisible(),
    ).toBe(!javaScriptEnabled);
  },
);

test("a chosen language and status stay", async () => {
  const { page } = await visit(operation);
  await page.getByRole("radio", { name: "Python" }).check();
  await page.getByRole("radio", { name: "404" }).check();
  await page.goto(`${site.url}/pl/${operation}`);
  await page.locator("#sample-python").waitFor();
  await page.locator("#fault-404-order-not-found").waitFor();
});

test("the address of an example opens its tab", async () => {
  const { page } = await visit(`${operation}#fault-500-gateway`);
  await page.locator("#fault-500-gateway pre").waitFor();
  await page.goto(`${site.url}/${operation}#sample-csharp`);
  await page.locator("#sample-csharp pre").waitFor();
});

test("the search pleases axe once it is open", async () => {
  for (const width of [320, 1280]) {
    const { page } = await visit("pl/try/", width);
    await page.getByRole("button", { name: "Szukaj" }).click();
    await page.getByRole("combobox", { name: "Szukaj w dokumentacji" }).fill("token");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    expect(await auditPage(page)).toEqual([]);
  }
});

test("the table of error codes is filtered by status, code and word, also without diacritics", async () => {
  const { page, trouble } = await visit("pl/guides/errors/");
  const rows = page.locator(".filter + table tbody tr:visible");
  const all = await rows.count();
  expect(all).toBeGreaterThan(30);
  const filter = page.getByRole("searchbox");
  await filter.fill("900421");
  await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining("401")]);
  await filter.fill("409 zamowieni");
  expect(await rows.count()).toBeGreaterThan(0);
  for (const row of await rows.allTextContents()) expect(row).toMatch(/409.*zamówieni/);
  await filter.fill("");
  expect(await rows.count()).toBe(all);
  expect(await auditPage(page)).toEqual([]);
  await page.getByRole("link", { name: "900421" }).first().click();
  await page.waitForURL("**/#401-900421");
  expect(trouble).toEqual([]);
});

test("what is typed while the filter of a table loads is filtered then", async () => {
  const { page } = await visit("");
  const held = await holdBack(page, /filter-table-/);
  await page.goto(`${site.url}/guides/errors/`, { waitUntil: "domcontentloaded" });
  await page.getByRole("searchbox").fill("900421");
  await expect.poll(() => held.length).toBe(1);
  for (const request of held) void request.continue();
  await expect.poll(() => page.locator(".filter + table tbody tr:visible").count()).toBe(1);
});

test("the site works below a path", async () => {
  const files = sirv(dist);
  await using below = await listen((request, response) => {
    request.url = request.url?.replace(/^\/v\/1\.0\.0\//, "/") ?? "/";
    files(request, response);
  });
  const { page, trouble } = await openPage(browser, below.url);
  await page.goto(`${below.url}/v/1.0.0/pl/reference/schemas/Order/`);
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Szukaj w dokumentacji" }).fill("termin");
  await page.getByRole("listbox").getByRole("option", { name: "Ceny" }).click();
  await page.waitForURL("**/v/1.0.0/pl/guides/prices/**");
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/v/1.0.0/guides/prices/");
  expect(trouble).toEqual([]);
  await page.context().close();
});

test("the contents mark the section that is being read", async () => {
  const { page } = await visit("guides/errors/#404");
  // With motion, a page scrolls past other sections, which are marked meanwhile.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const current = page.locator('.contents [aria-current="true"]');
  await current.getByText("404 Not Found").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await current.getByText("Find a code").waitFor();
  await page.goto(`${site.url}/${operation}#in-query`);
  await page.locator('.on-page [aria-current="true"]').getByText("Query parameters").waitFor();
});

test("the current page is in view in a long menu, and the other language opens at the same section", async () => {
  const { page } = await visit("reference/schemas/ApiFault/#code");
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.reload();
  const place = await page.locator('.menu [aria-current="page"]').boundingBox();
  expect(place?.y).toBeLessThan(500);
  await page.getByRole("link", { name: "Polski" }).click();
  await page.waitForURL("**/pl/reference/schemas/ApiFault/#code");
});

test("a chosen theme stays", async () => {
  const { page } = await visit("");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("combobox", { name: "Theme" }).selectOption("dark");
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto(`${site.url}/guides/prices/`);
  expect(await background()).toBe(dark);
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

test("paper is light, and shows one sample and every status", async () => {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(`${site.url}/reference/operations/getOrder/`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(colour).toBe("rgb(255, 255, 255)");
  expect(await page.locator('[id^="sample-"]:visible').count()).toBe(1);
  const statuses = page.locator('.tabs > label:has([name="status"])');
  expect(await statuses.count()).toBeGreaterThan(5);
  expect(await page.locator('.tabs > label:has([name="status"]) + .panel:visible').count()).toBe(
    await statuses.count(),
  );
  await page.close();
});

/** "Try it" in a browser, against the built site. */
import { type LoopbackServer, listen } from "@partner-center/lib/loopback";
import { operationsOf, parseContract, readBundle } from "@partner-center/spec";
import { type Mock, startMock } from "@partner-center/spec/mock";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { auditPage } from "../checks/accessibility.ts";
import { launchChromium } from "../checks/chromium.ts";
import { tryOffline } from "../checks/try-offline.ts";
import { serveSite } from "../serve.ts";
import { placesIn } from "../sources/reference/places.ts";

let site: LoopbackServer;
let browser: Browser;
let mock: Mock;

beforeAll(async () => {
  [site, browser, mock] = await Promise.all([serveSite(), launchChromium(), startMock()]);
});

afterAll(async () => {
  await Promise.all([browser?.close(), mock?.close(), site?.close()]);
});

const contract = parseContract(readBundle());
const places = placesIn(contract);

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  onTestFinished(() => context.close());
  return context.newPage();
}

async function open(path: string): Promise<Page> {
  const page = await newPage();
  await page.goto(`${site.url}/${path}`);
  await page.locator(".open-try").click();
  await page.locator(".try form").waitFor();
  return page;
}

/** Headers of a server that lets any page read its responses. */
const readable = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
};

const getOrder = "reference/operations/getOrder/";
const status = (page: Page) => page.locator(".try [role=status]");
const timeline = (page: Page) => page.locator(".timeline").textContent();
const result = (page: Page) => page.locator(".outcome .code pre").textContent();

async function send(page: Page): Promise<string | null> {
  await page.locator(".try [type=submit]").click();
  await page.locator(".outcome .code").waitFor();
  return status(page).textContent();
}

const useAddress = async (page: Page, url: string): Promise<void> => {
  await page.getByRole("radio", { name: "Your own address" }).check();
  await page.getByLabel("Base URL").fill(url);
};

test.each(operationsOf(contract).map((placed) => [placed.id, places.operation(placed)]))(
  "%s is tried without a network",
  async (_id, path) => {
    const page = await newPage();
    await page.goto(`${site.url}/${path}`);
    // `npm run check -- site` tries every response in every language.
    expect(await tryOffline(page, 1)).toEqual({ calls: 1, trouble: [] });
    expect(await status(page).textContent()).toMatch(/^20\d · \d+ ms$/);
    expect(await timeline(page)).toMatch(/got a token.*sent request 1.*got the status 20\d/s);
    expect(await auditPage(page)).toEqual([]);
  },
);

test("a page that asks the network, or shows another response than the chosen one, is found", async () => {
  const page = await newPage();
  await page.goto(`${site.url}/notices.txt`);
  const form = `<form><select><option value="404 gone"></select><button type="submit"></form>`;
  await page.setContent(
    `<button class="open-try"></button><div class="try">${form}<p role="status">200 · 1 ms</p><p class="timeline"></p></div>`,
  );
  await page.evaluate(() =>
    document.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      fetch("/reported").catch(() => {});
    }),
  );
  expect(await tryOffline(page)).toEqual({
    calls: 1,
    trouble: [`asked for ${site.url}/reported`, "404 gone: 200 · 1 ms"],
  });
});

test("a refusal is waited out and repeated, and then the order comes", async () => {
  const page = await open(getOrder);
  await page.getByLabel("The service responds with").selectOption("429 fault-429-throttled");
  expect(await send(page)).toContain("200");
  expect(await timeline(page)).toMatch(
    /got the status 429.*waits 2\d{3} ms \(429\).*sent request 2.*got the status 200/s,
  );
  expect(await result(page)).toContain('"lineItems"');
});

test("an error is shown as a program gets it", async () => {
  const page = await open(getOrder);
  await page.getByLabel("The service responds with").selectOption("404 fault-404-order-not-found");
  expect(await send(page)).toMatch(/^404 · ApiError · /);
  const shown = await result(page);
  expect(shown).toContain('"code": "20000"');
  expect(shown).toContain('"hint"');
});

test.each([
  ["timeout", "TimeoutError"],
  ["reset", "ConnectionError"],
  ["cut", "ConnectionError"],
])("a %s that does not end is a %s", async (fault, name) => {
  const page = await open(getOrder);
  await page.getByLabel("The service responds with").selectOption(fault);
  await page.getByLabel("How often").fill("9");
  expect(await send(page)).toContain(name);
  expect(await timeline(page)).toContain("sent request 3");
});

test("a keyboard stays at the button, and a screen reader hears status and time alone", async () => {
  const page = await open(getOrder);
  await page.locator(".try [type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.locator(".outcome .code").waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Send");
  const announced = page.locator(".try :is([role=status], [role=alert], [aria-live])");
  expect(await announced.allTextContents()).toEqual([expect.stringMatching(/^200 · \d+ ms$/)]);
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".outcome [role=status], .outcome figcaption")].every(
      (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      },
    ),
  );
});

test.each([getOrder, "try/"])("both ways to try %s fit on a small phone", async (path) => {
  const page = await open(path);
  await page.setViewportSize({ width: 320, height: 600 });
  for (const name of ["With examples, no server", "Your own address"]) {
    await page.getByRole("radio", { name }).check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test("the mock is asked for the chosen example, and the token stays in its field", async () => {
  const page = await open("try/");
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  await useAddress(page, mock.url);
  await page.getByLabel("Bearer token").fill("a-secret-token");
  await page.getByLabel("Response of the mock").selectOption("403 fault-403-no-relationship");
  expect(await send(page)).toMatch(/^403 · ApiError · /);
  expect(await result(page)).toContain('"status": 403');
  const curl = await page.locator(".try form .code pre").textContent();
  expect(curl).toContain("$TOKEN");
  expect(curl).toContain(`${mock.url}/v1/customers/`);
  expect(await page.locator("main").textContent()).not.toContain("a-secret-token");
  expect(urls.filter((url) => url.includes("a-secret-token"))).toEqual([]);
  expect(JSON.stringify(await page.context().storageState())).not.toContain("a-secret-token");
});

test("a token is never sent in the open", async () => {
  const page = await open("try/");
  await useAddress(page, "http://example.com");
  await page.locator(".try [type=submit]").click();
  await status(page).getByText("must start with https://").waitFor();
});

test("a server that is not there, one without CORS and one that redirects are told apart", async () => {
  const page = await open(getOrder);
  const trouble = async (url: string, message: string) => {
    await useAddress(page, url);
    await page.locator(".try [type=submit]").click();
    await status(page).getByText(message).waitFor();
  };
  const gone = await listen(() => {});
  await gone.close();
  await trouble(gone.url, "Nothing responds");
  await using closed = await listen((_request, response) => void response.end("{}"));
  await trouble(closed.url, "no CORS headers");
  await using elsewhere = await listen((request, response) => {
    const status = request.method === "OPTIONS" ? 204 : 302;
    response.writeHead(status, { ...readable, location: mock.url }).end();
  });
  await trouble(elsewhere.url, "redirects");
});

test("a server that does not respond ends at the time limit", async () => {
  await using silent = await listen((request, response) => {
    if (request.method === "OPTIONS") response.writeHead(204, readable).end();
  });
  const page = await open(getOrder);
  await useAddress(page, silent.url);
  await page.getByLabel("Time limit").fill("1");
  expect(await send(page)).toMatch(/^TimeoutError · \d{4,} ms$/);
});

test("without JavaScript a sentence says what to do instead", async () => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  onTestFinished(() => page.close());
  await page.goto(`${site.url}/${getOrder}`);
  await page.getByText("allow JavaScript").waitFor();
  expect(await page.locator(".open-try").isVisible()).toBe(false);
});

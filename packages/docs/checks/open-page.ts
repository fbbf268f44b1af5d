/** A page in a browser that records everything that should not happen on our site. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface OpenPage {
  page: Page;
  /** Foreign, failed and refused requests, errors, and violations of the page's policy. */
  trouble: string[];
}

/** Opens an empty page that reaches only the origin of `url`. Close its context when done. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const { origin } = new URL(url);
  const trouble: string[] = [];
  const context = await browser.newContext(options);
  await context.route(
    (target) => target.origin !== origin,
    (route) => route.abort(),
  );
  context.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) trouble.push(`asked for ${request.url()}`);
  });
  context.on("requestfailed", (request) => trouble.push(`did not get ${request.url()}`));
  context.on("response", (response) => {
    if (!response.ok()) trouble.push(`got ${response.status()} for ${response.url()}`);
  });
  // A violation of the policy is an error in the console.
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  context.on("weberror", (error) => trouble.push(String(error.error())));
  return { page: await context.newPage(), trouble };
}

/** "Try it" after the network was cut off: it works from what the page has loaded. */
import type { Page } from "playwright-core";

interface OfflineTries {
  /** How many calls there were. */
  calls: number;
  /** Every request that left the page, and every call that did not end or did not get its response. */
  trouble: string[];
}

/**
 * Opens "Try it" on a page that has it, cuts off the network and calls once for each response that
 * can be chosen.
 *
 * @param most how many responses to try, all of them by default
 */
export async function tryOffline(page: Page, most?: number): Promise<OfflineTries> {
  await page.locator(".open-try").click();
  const send = page.locator(".try [type=submit]");
  await send.waitFor();
  const trouble: string[] = [];
  await page.context().setOffline(true);
  page.on("request", (request) => trouble.push(`asked for ${request.url()}`));
  page.on("websocket", (socket) => trouble.push(`opened ${socket.url()}`));

  const choice = page.locator(".try form select").first();
  const responses = await choice
    .locator("option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
  const chosen = responses.slice(0, most);
  for (const response of chosen) {
    await choice.selectOption(response);
    await send.click();
    // It waits until the call has ended.
    await page.locator(".try [type=submit]:not([aria-disabled])").waitFor();
    const ending = await page.locator(".try [role=status]").textContent();
    const timeline = (await page.locator(".timeline").textContent()) ?? "";
    const [status = ""] = /^\d+/.exec(response) ?? [];
    const isEnded = / · \d+ ms$/.test(ending ?? "") && timeline.includes(status);
    if (!isEnded) trouble.push(`${response}: ${ending}`);
  }
  return { calls: chosen.length, trouble };
}

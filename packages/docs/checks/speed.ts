/** Times a page on a machine four times slower, as the browser's own observers see it. */
import type { Browser } from "playwright-core";

export interface Speed {
  /** Largest contentful paint, in milliseconds. */
  paint: number;
  /** That of the visit in the middle, which says what else the machine did. */
  medianPaint: number;
  /**
   * When the heading with the operation's name is in the page, in milliseconds. Redoc paints a shell
   * long before that, so its largest paint is not when there is something to read.
   */
  shown: number;
  /** Total blocking time: what long tasks after the first paint take beyond 50 ms each. */
  blocking: number;
  /** Cumulative layout shift. */
  shift: number;
}

type Visit = Omit<Speed, "medianPaint">;

const slowdown = 4;

/**
 * The fastest of several visits, each with an empty cache: other work on the machine makes a visit
 * slower, never faster.
 *
 * @param heading part of the heading to wait for
 */
export async function measureSpeed(
  browser: Browser,
  url: string,
  heading: string,
  visits: number,
): Promise<Speed> {
  const all: Visit[] = [];
  for (let visit = 0; visit < visits; visit += 1) all.push(await visitOnce(browser, url, heading));
  const fastest = (figure: keyof Visit) => Math.min(...all.map((speed) => speed[figure]));
  return {
    paint: fastest("paint"),
    medianPaint: all.map(({ paint }) => paint).sort((a, b) => a - b)[visits >> 1] ?? Number.NaN,
    shown: fastest("shown"),
    blocking: fastest("blocking"),
    shift: Math.max(...all.map(({ shift }) => shift)),
  };
}

async function visitOnce(browser: Browser, url: string, heading: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(observe, heading);
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("heading", { name: heading }).first().waitFor();
  // Later paints count too, for a second.
  await page.waitForTimeout(1000);
  const speed = await page.evaluate<Visit>("speed");
  await context.close();
  return speed;
}

/** Runs in the page, before anything of its own. */
function observe(heading: string): void {
  const speed = { paint: 0, shown: 0, blocking: 0, shift: 0 };
  Object.assign(window, { speed });
  const watch = (type: string, read: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({
      type,
      buffered: true,
    });
  const firstPaint = () =>
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ??
    Number.POSITIVE_INFINITY;
  watch("largest-contentful-paint", (entry) => {
    speed.paint = entry.startTime;
  });
  watch("longtask", ({ startTime, duration }) => {
    const afterPaint = startTime + duration - Math.max(startTime, firstPaint());
    speed.blocking += Math.max(0, Math.min(duration, afterPaint) - 50);
  });
  watch("layout-shift", (entry) => {
    // The library's types do not know this entry yet.
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) speed.shift += value;
  });
  const look = () => {
    const headings = [...document.querySelectorAll("h1, h2, h3")];
    if (headings.some((element) => element.textContent?.includes(heading))) {
      speed.shown = performance.now();
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

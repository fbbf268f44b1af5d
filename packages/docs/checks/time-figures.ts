/** Figures that depend on what else the machine does: the times of pages and of the build. */
import { availableParallelism, loadavg } from "node:os";
import type { Browser } from "playwright-core";
import { measureBuild } from "./build-times.ts";
import { report } from "./report.ts";
import { measureSpeed } from "./speed.ts";

/** Times of a page, and of Redoc's, until the heading with the operation's name is there. */
export async function reportSpeed(
  url: string,
  browser: Browser,
  path: string,
  heading: string,
): Promise<void> {
  tellLoad("before the pages");
  const ours = await measureSpeed(browser, `${url}${path}`, heading, 10);
  const redoc = await measureSpeed(browser, `${url}redoc/`, heading, 5);
  const milliseconds = (value: number) => `${Math.round(value)} ms`;
  const twice = (value: number, other: number) => value === 0 || other / value >= 2;
  report({
    name: "largest contentful paint, 4× slower CPU",
    measured: `${milliseconds(ours.paint)} (median ${Math.round(ours.medianPaint)}), Redoc ${milliseconds(redoc.shown)} (shell ${Math.round(redoc.paint)})`,
    must: "≤ 500 ms, Redoc's operation ≥ 2×",
    holds: ours.paint > 0 && ours.paint <= 500 && twice(ours.paint, redoc.shown),
  });
  report({
    name: "blocking time, 4× slower CPU",
    measured: `${milliseconds(ours.blocking)}, Redoc ${milliseconds(redoc.blocking)}`,
    must: "≤ 50 ms, Redoc ≥ 2×",
    holds: ours.blocking <= 50 && twice(ours.blocking, redoc.blocking),
  });
  report({
    name: "layout shift",
    measured: ours.shift.toFixed(3),
    must: "0",
    holds: ours.shift === 0,
  });
}

export async function reportBuild(): Promise<void> {
  tellLoad("before the builds");
  const { cold, afterEdit } = await measureBuild();
  report({
    name: "build, cold",
    measured: `${cold.toFixed(1)} s`,
    must: "≤ 15 s",
    holds: cold <= 15,
  });
  report({
    name: "build, after one contract edit",
    measured: `${afterEdit.toFixed(1)} s`,
    must: "≤ 5 s",
    holds: afterEdit <= 5,
  });
}

/** Other work makes every time longer, so whoever reads one wants to know of it. */
function tellLoad(when: string): void {
  const [load = 0] = loadavg();
  console.log(`  load ${when}: ${load.toFixed(1)} on ${availableParallelism()} cores`);
}

/**
 * Runs every situation inside a JavaScript runtime. This file is bundled for the runtime, so it uses
 * only the language and functions of the web.
 */
import { notExpressible } from "../../../packages/client/situations/not-expressible.ts";
import type { RuntimeName, Stage } from "../../../packages/client/situations/situation.ts";
import { situations } from "../../../packages/client/situations/situations.ts";

/** How one situation went. */
export interface Outcome {
  situation: string;
  verdict: "passed" | "failed" | "n/a";
  /** Why it failed, or why the runtime can't express it. */
  reason?: string;
}

/** A situation takes milliseconds; one that takes this long hangs. */
const limitMs = 15_000;

export async function runSituations(runtime: RuntimeName, stage: Stage): Promise<Outcome[]> {
  const unhandled = new Map<Promise<unknown>, unknown>();
  // Node ends the process instead, which is noticed too.
  globalThis.addEventListener?.("unhandledrejection", (event) => {
    event.preventDefault();
    unhandled.set(event.promise, event.reason);
  });
  // workerd reports rejections before the end of a turn, and takes most of them back.
  globalThis.addEventListener?.("rejectionhandled", ({ promise }) => unhandled.delete(promise));

  const outcomes: Outcome[] = [];
  for (const { name, run } of situations) {
    const reason = notExpressible[runtime][name];
    if (reason) {
      outcomes.push({ situation: name, verdict: "n/a", reason });
      continue;
    }
    try {
      await withinLimit(run(stage));
      // Unhandled rejections are reported in a later turn.
      await new Promise((resolve) => setTimeout(resolve));
      const reasons = [...unhandled.values()];
      unhandled.clear();
      if (reasons.length > 0) throw new Error(`unhandled rejection: ${reasons.join()}`);
      outcomes.push({ situation: name, verdict: "passed" });
    } catch (error) {
      outcomes.push({ situation: name, verdict: "failed", reason: String(error) });
    }
  }
  return outcomes;
}

function withinLimit(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no outcome after ${limitMs} ms`)), limitMs);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}

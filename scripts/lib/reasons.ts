/** Something that failed, as summaries tell it. */
export interface Failure {
  name: string;
  /** What it printed; empty when that is on a terminal. */
  reason: string;
}

/**
 * Ends a summary with what each failure printed last, because a log may keep only its own end.
 *
 * @param lines how many there are for all of them
 */
export function tellReasons(failures: Failure[], lines = 60): void {
  const share = Math.floor(lines / failures.length);
  for (const { name, reason } of failures) {
    const last = reason.trimEnd().split("\n").slice(-share);
    if (reason) console.log(["", `What "${name}" printed last:`, "", ...last].join("\n"));
  }
}

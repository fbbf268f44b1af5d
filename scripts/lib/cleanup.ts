/** Runs what has to be undone when this process ends, however it ends. */

const pending = new Set<() => void>();
let isHooked = false;

/**
 * Calls a function when this process ends by itself, by `process.exit` or by a signal. It must be
 * synchronous.
 *
 * @returns a function that cancels this, for what was undone before
 */
export function onExit(undo: () => void): () => void {
  if (!isHooked) {
    isHooked = true;
    process.once("exit", () => {
      // The last one first: a child ends before the folder that it writes to is removed.
      for (const each of [...pending].reverse()) each();
    });
    process.once("SIGINT", () => process.exit(130));
    process.once("SIGTERM", () => process.exit(143));
    process.once("SIGHUP", () => process.exit(129));
  }
  pending.add(undo);
  return () => pending.delete(undo);
}

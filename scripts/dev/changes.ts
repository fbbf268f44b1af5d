/** Follows files that people save. */
import { once } from "node:events";
import { relative } from "node:path";
import { watch } from "chokidar";

export interface Change {
  /** What was saved, relative to the folder, since the change before this one was taken. */
  files: string[];
  /** When the last of them was, by the clock of `performance.now()`. */
  time: number;
  /**
   * Waits until nothing more is saved for a moment. False, at once, when something is: what was
   * read meanwhile may be half of a file, so leave it, the next change has these files as well.
   */
  settles(): Promise<boolean>;
}

/** Milliseconds within which a program that saves goes on writing. */
const pause = 100;
/** Milliseconds before work begins, so that a burst of saves begins it once. */
const burst = 15;

/**
 * Starts to follow a folder; resolves, once every save in it will be seen, to its changes: each one
 * when the one before was worked through, so that any number of saves in between are one.
 *
 * @param ignored tells which paths, relative to the folder, are not followed
 */
export async function followChanges(
  folder: string,
  ignored: (path: string) => boolean,
): Promise<AsyncGenerator<Change, never>> {
  let saved = new Set<string>();
  let time = 0;
  let wake = () => {};
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored(relative(folder, path)),
  });
  watcher.on("all", (_event, path) => {
    saved.add(relative(folder, path));
    time = performance.now();
    wake();
  });

  /** Resolves to true with the next save, or to false when there is none for so long. */
  function nextSave(milliseconds?: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer =
        milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds, false);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  async function settles(files: Set<string>): Promise<boolean> {
    const left = () => time + pause - performance.now();
    const isSettled = saved.size === 0 && (left() <= 0 || !(await nextSave(left())));
    if (!isSettled) saved = new Set([...files, ...saved]);
    return isSettled;
  }

  async function* changes(): AsyncGenerator<Change, never> {
    while (true) {
      if (saved.size === 0) await nextSave();
      while (await nextSave(burst));
      const files = saved;
      saved = new Set();
      yield { files: [...files], time, settles: () => settles(files) };
    }
  }

  await once(watcher, "ready");
  return changes();
}

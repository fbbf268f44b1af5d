/** Follows files that people save. */
import { once } from "node:events";
import { relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";

export interface Change {
  /** The paths, relative to the folder, that were saved since the change before this one was taken. */
  files: string[];
  /** When the last of them was, by the clock of `performance.now()`. */
  time: number;
  /**
   * Waits until a program that saves is done. False when more was saved: half of a file may have been
   * read, so give this change up; the next one has its files as well.
   */
  settles(): Promise<boolean>;
}

/** Milliseconds within which a program that saves goes on writing. */
const pause = 100;
/** Milliseconds before work begins, so that a burst of saves begins it once. */
const burst = 15;

/**
 * Starts to follow a folder; resolves, once every save in it will be seen, to its changes. Each comes
 * when the one before was worked through, so any number of saves in between are one.
 *
 * @param ignored which paths, relative to the folder, are not followed
 */
export async function followChanges(
  folder: string,
  ignored: (path: string) => boolean,
): Promise<AsyncGenerator<Change, never>> {
  let saved = new Set<string>();
  let time = 0;
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => ignored(relative(folder, path)),
  });
  watcher.on("all", (_event, path) => {
    saved.add(relative(folder, path));
    time = performance.now();
  });
  /** Waits until nothing was saved for so many milliseconds. */
  const untilQuiet = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left = time + milliseconds - performance.now()) {
      await wait(left);
    }
  };

  async function* changes(): AsyncGenerator<Change, never> {
    while (true) {
      if (saved.size === 0) await once(watcher, "all");
      await untilQuiet(burst);
      const files = saved;
      saved = new Set();
      const settles = async () => {
        await wait(time + pause - performance.now());
        if (saved.size > 0) saved = new Set([...files, ...saved]);
        return saved.size === 0;
      };
      yield { files: [...files], time, settles };
    }
  }

  await once(watcher, "ready");
  return changes();
}

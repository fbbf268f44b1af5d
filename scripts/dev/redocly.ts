/** Keeps the Redocly CLI loaded, so that a run takes what its work takes: see redocly-thread.ts. */
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

export interface RedoclyRun {
  /** As of the command line: 0 when nothing was found. */
  code: number;
  /** Both streams together, as a terminal shows them. */
  output: string;
}

/** A run leaves some 3 MB behind, so the thread is renewed now and then. */
const runsOfAThread = 40;

/**
 * One Redocly CLI that stays loaded. Runs wait for each other: have one for each thing to be done
 * at a time. Paths are relative to the folder of this process.
 *
 * @example
 * const redocly = new Redocly();
 * const { code, output } = await redocly.run("lint", "spec/openapi.yaml");
 */
export class Redocly {
  #thread = startThread();
  #runs = 0;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs one command.
   *
   * @throws when the CLI itself breaks; the next run has a new thread
   */
  run(...parameters: string[]): Promise<RedoclyRun> {
    const begin = () => this.#runNow(parameters);
    const result = this.#last.then(begin, begin);
    this.#last = result;
    return result;
  }

  async #runNow(parameters: string[]): Promise<RedoclyRun> {
    if (this.#runs++ === runsOfAThread) this.restart();
    try {
      return await ask(this.#thread, parameters);
    } catch (error) {
      this.restart();
      throw error;
    }
  }

  /** Forgets everything loaded, for the sake of rules that have changed. */
  restart(): void {
    void this.#thread.terminate();
    this.#thread = startThread();
    this.#runs = 0;
  }
}

function startThread(): Worker {
  const cli = createRequire(new URL("../../spec/package.json", import.meta.url)).resolve(
    "@redocly/cli/package.json",
  );
  const workerData = pathToFileURL(join(dirname(cli), "lib/index.js")).href;
  const thread = new Worker(new URL("redocly-thread.ts", import.meta.url), { workerData });
  thread.unref();
  return thread;
}

async function ask(thread: Worker, parameters: string[]): Promise<RedoclyRun> {
  const finished = new AbortController();
  const { signal } = finished;
  const stopped = once(thread, "exit", { signal }).then(() => {
    throw new Error(`redocly ${parameters[0]} was stopped`);
  });
  thread.ref();
  thread.postMessage(parameters);
  try {
    // `once` rejects as well when the thread fails.
    const [answer]: RedoclyRun[] = await Promise.race([
      once(thread, "message", { signal }),
      stopped,
    ]);
    if (!answer) throw new Error("unreachable: a message has one value");
    return answer;
  } finally {
    thread.unref();
    stopped.catch(() => {});
    finished.abort();
  }
}

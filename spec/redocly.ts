/** The one way to run the Redocly CLI: in a thread that keeps it loaded, see redocly-thread.ts. */
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { specFolder } from "./contract.ts";

export interface RedoclyRun {
  /** The exit code of the command line: 0 when it found nothing wrong. */
  code: number;
  stdout: string;
  /** Both streams together, as a terminal shows them. */
  output: string;
}

/** The rules of the contract. */
export const redoclyConfig: string = join(specFolder, "redocly.yaml");

/** Each run leaves some 3 MB behind, so the thread is replaced now and then. */
const runsPerThread = 40;

/**
 * A Redocly CLI that stays loaded. Its runs wait for each other: use two to run two at a time.
 * Relative paths start at the working directory of this process.
 *
 * @example
 * const redocly = new Redocly();
 * const { code, output } = await redocly.run("lint", "spec/openapi.yaml");
 */
export class Redocly {
  #thread: Worker | undefined;
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

  /**
   * Runs one command and resolves to its standard output.
   *
   * @throws with everything that it printed when its exit code is not 0
   */
  async print(...parameters: string[]): Promise<string> {
    const { code, stdout, output } = await this.run(...parameters);
    if (code === 0) return stdout;
    throw new Error(`redocly ${parameters[0]} failed (exit ${code}):\n${output.trim()}`);
  }

  async #runNow(parameters: string[]): Promise<RedoclyRun> {
    if (this.#runs++ === runsPerThread) this.restart();
    this.#thread ??= startThread();
    try {
      return await runIn(this.#thread, parameters);
    } catch (error) {
      this.restart();
      throw error;
    }
  }

  /** Unloads everything, because rules have changed. */
  restart(): void {
    void this.#thread?.terminate();
    this.#thread = undefined;
    this.#runs = 0;
  }
}

/** For callers that run one thing at a time. */
export const redocly: Redocly = new Redocly();

/**
 * The contract in one piece, as JSON.
 *
 * @param overlay path of an OpenAPI Overlay to apply
 * @throws with Redocly's output when the contract is broken
 */
export function bundleContract(
  file = join(specFolder, "openapi.yaml"),
  overlay?: string,
): Promise<string> {
  const options = [`--config=${redoclyConfig}`, ...(overlay ? [`--overlay=${overlay}`] : [])];
  return redocly.print("bundle", file, "--ext=json", ...options);
}

function startThread(): Worker {
  const thread = new Worker(new URL("redocly-thread.ts", import.meta.url), {
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  thread.unref();
  return thread;
}

async function runIn(thread: Worker, parameters: string[]): Promise<RedoclyRun> {
  const finished = new AbortController();
  const { signal } = finished;
  const stopped = once(thread, "exit", { signal }).then(() => {
    throw new Error(`redocly ${parameters[0]} was stopped`);
  });
  thread.ref();
  thread.postMessage(parameters);
  try {
    // `once` rejects as well when the thread fails.
    const [run]: RedoclyRun[] = await Promise.race([once(thread, "message", { signal }), stopped]);
    if (!run) throw new Error("unreachable: a message has one value");
    return run;
  } finally {
    thread.unref();
    stopped.catch(() => {});
    finished.abort();
  }
}

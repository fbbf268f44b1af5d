/** A thread that keeps a program loaded and responds to messages, one at a time. */
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** How long a tool may take when nothing else is said, in milliseconds. */
export const timeLimit = 120_000;

/** A tool that took longer than it may. */
export class LateError extends Error {
  constructor(name: string, limit: number) {
    super(`${name} took longer than ${limit / 1000} s`);
  }
}

export interface ThreadOptions {
  /** What the thread is called in errors: `redocly`. */
  name: string;
  /** How long one message may take, in milliseconds. @default timeLimit */
  limit?: number;
  /** Messages after which the thread is replaced, because each leaves something behind. */
  messages?: number;
  worker?: WorkerOptions;
}

/**
 * A thread behind a file, started by the first message. It doesn't keep the process alive while it
 * has nothing to do.
 *
 * @example
 * const thread = new Thread(new URL("redocly-thread.ts", import.meta.url), { name: "redocly" });
 * const response = await thread.ask(["lint", "spec/openapi.yaml"]);
 */
export class Thread<Message, Response> {
  readonly #file: URL;
  readonly #options: Required<ThreadOptions>;
  #worker: Worker | undefined;
  #count = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: URL, options: ThreadOptions) {
    this.#file = file;
    this.#options = {
      limit: timeLimit,
      messages: Number.POSITIVE_INFINITY,
      worker: {},
      ...options,
    };
  }

  /**
   * Resolves to what the thread posts back, once those asked before have responded.
   *
   * @throws when the thread fails or takes too long; the next message has a new one
   */
  ask(message: Message): Promise<Response> {
    const begin = () => this.#askNow(message);
    const response = this.#last.then(begin, begin);
    this.#last = response;
    return response;
  }

  /** Ends the thread once those asked before have responded; the next message starts another. */
  restart(): void {
    const end = () => this.#end();
    this.#last = this.#last.then(end, end);
  }

  #end(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#count = 0;
  }

  async #askNow(message: Message): Promise<Response> {
    if (this.#count++ === this.#options.messages) this.#end();
    this.#worker ??= new Worker(this.#file, this.#options.worker);
    try {
      return await this.#waitFor(this.#worker, message);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #waitFor(worker: Worker, message: Message): Promise<Response> {
    const { name, limit } = this.#options;
    const finished = new AbortController();
    const { signal } = finished;
    const stopped = once(worker, "exit", { signal }).then(() => {
      throw new Error(`${name} was stopped`);
    });
    const late = setTimeout(limit, undefined, { signal }).then(() => {
      throw new LateError(name, limit);
    });
    worker.ref();
    worker.postMessage(message);
    try {
      // `once` rejects as well when the thread fails.
      const [response]: Response[] = await Promise.race([
        once(worker, "message", { signal }),
        stopped,
        late,
      ]);
      if (response === undefined) throw new Error("unreachable: a message has one value");
      return response;
    } finally {
      worker.unref();
      for (const unneeded of [stopped, late]) unneeded.catch(() => {});
      finished.abort();
    }
  }
}

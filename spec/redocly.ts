/** The one way to run the Redocly CLI: in a thread that keeps it loaded, see redocly-thread.ts. */
import { join } from "node:path";
import { Thread } from "@partner-center/lib/thread";
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

const file = new URL("redocly-thread.ts", import.meta.url);
const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
/** Each run leaves some 3 MB behind, so the thread is replaced now and then. */
const runsPerThread = 40;
const resourceLimits = {
  /** It goes down each chain of references, which may be thousands of schemas long. */
  stackSizeMb: 64,
  /** V8's default is not faster, and leaves more garbage. */
  maxYoungGenerationSizeMb: 16,
};

/**
 * A Redocly CLI that stays loaded. Its runs wait for each other: use two to run two at a time.
 * Relative paths start at the working directory of this process.
 *
 * @example
 * const redocly = new Redocly();
 * const { code, output } = await redocly.run("lint", "spec/openapi.yaml");
 */
export class Redocly {
  readonly #thread: Thread<string[], RedoclyRun>;

  /** @param limit how long one run may take, in milliseconds */
  constructor(limit?: number) {
    const options = {
      name: "redocly",
      messages: runsPerThread,
      worker: { env, resourceLimits },
    };
    this.#thread = new Thread(file, limit === undefined ? options : { ...options, limit });
  }

  /**
   * Runs one command.
   *
   * @throws when the CLI itself breaks or takes too long; the next run has a new thread
   */
  run(...parameters: string[]): Promise<RedoclyRun> {
    return this.#thread.ask(parameters);
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

  /** Unloads everything, because rules have changed. */
  restart(): void {
    this.#thread.restart();
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

/**
 * Serves the examples of the contract with Prism, until it is ended. It follows the bundle: run
 * `npm run generate` beside it to serve a changed contract.
 *
 * Usage: npm run mock        listens on 127.0.0.1, port PORT or 4010
 */
import { watch } from "node:fs";
import { dirname } from "node:path";
import { main, readPort } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { bundlePath, parseContract, readBundle } from "./contract.ts";
import { exampleCommand } from "./example-call.ts";

export interface MockOptions {
  /**
   * Path of the bundled contract; null for none until `load` is called.
   *
   * @default spec/dist/openapi.json
   */
  contract?: string | null;
  /** @default 0, a free one */
  port?: number;
  /** Takes a line for each request and each thing that is wrong with it. */
  log?: (line: string) => void;
}

export interface Mock extends AsyncDisposable {
  /** Origin to use as `baseUrl`, such as `http://127.0.0.1:41234`. */
  url: string;
  /**
   * Serves another contract from now on; the port stays open.
   *
   * @param contract path of a bundled contract
   * @throws when Prism can't read it; the one before stays
   */
  load(contract: string): Promise<void>;
  /** Frees the port. */
  close(): Promise<void>;
}

/**
 * Starts the mock in this process, on loopback.
 *
 * @example
 * await using mock = await startMock();
 * const response = await fetch(`${mock.url}/v1/customers/a/orders/b`);
 * @throws when the port is taken, or Prism can't read the contract
 */
export async function startMock({
  contract = bundlePath,
  port = 0,
  log,
}: MockOptions = {}): Promise<Mock> {
  // The server looks operations up in this very array, at each request.
  const operations = contract === null ? [] : await getHttpOperationsFromSpec(contract);
  const write = (entry: string) => log?.(describeEntry(JSON.parse(entry)));
  const server = createServer(operations, {
    cors: true,
    // The defaults of Prism's command line.
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false, ignoreExamples: false },
    },
    components: { logger: createLogger("mock", { level: log ? "info" : "silent" }, { write }) },
  });
  const url = await server.listen(port, "127.0.0.1").catch((reason) => {
    throw new Error(String(reason)); // Prism rejects with a string.
  });
  const close = () => server.close();
  return {
    url,
    load: async (path) => {
      operations.splice(0, Infinity, ...(await getHttpOperationsFromSpec(path)));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface LogEntry {
  msg: string;
  input?: { method: string; url: { path: string } };
}

function describeEntry({ msg, input }: LogEntry): string {
  return input ? `${input.method.toUpperCase()} ${input.url.path}: ${msg}` : `  ${msg}`;
}

await main(import.meta, {}, async () => {
  const port = readPort(process.env.PORT || "4010", "PORT");
  await make("bundle", "spec");
  const mock = await startMock({ port, log: console.log }).catch((cause) => {
    const advice = "Name another: PORT=4011 npm run mock";
    throw new Error(`Port ${port} can't be used (${cause.message}). ${advice}`, { cause });
  });
  console.log(`The mock is listening on ${mock.url}.`);
  const command = exampleCommand(parseContract(readBundle()), mock.url);
  if (command) console.log(`Try, in another terminal:\n${command}`);
  watch(dirname(bundlePath), async (_event, file) => {
    if (file !== "openapi.json") return;
    await mock.load(bundlePath).catch((error) => console.error(`Not loaded: ${error.message}`));
  });
});

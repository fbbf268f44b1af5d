/** The mock in this process: Prism, answering from whichever contract came last. */
import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

export interface LiveMock {
  url: string;
  /**
   * Answers from another contract from now on; the port stays open.
   *
   * @param contract path of a bundled contract
   * @throws when Prism can't read it; the one before stays
   */
  load(contract: string): Promise<void>;
  /** Frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts Prism on loopback, without a contract.
 *
 * @param port 0 takes a free one
 * @throws when the port can't be had
 */
export async function startLiveMock(port: number): Promise<LiveMock> {
  // The server looks its answers up in this very array, at each call.
  const operations: Awaited<ReturnType<typeof getHttpOperationsFromSpec>> = [];
  const server = createServer(operations, {
    cors: true,
    // As `prism mock` has it.
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false, ignoreExamples: false },
    },
    components: { logger: createLogger("mock", { level: "silent" }) },
  });
  return {
    url: await server.listen(port, "127.0.0.1"),
    async load(contract) {
      operations.splice(0, Infinity, ...(await getHttpOperationsFromSpec(contract)));
    },
    stop: server.close,
  };
}

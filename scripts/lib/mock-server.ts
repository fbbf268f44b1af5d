/** Starts the mock: Prism, answering from the bundled contract's examples. */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { endWithUs } from "./run.ts";

const bundlePath = fileURLToPath(new URL("../../spec/dist/openapi.json", import.meta.url));
const require = createRequire(new URL("../../spec/package.json", import.meta.url));

export interface MockServer {
  /** Origin to use as `baseUrl`, such as `http://127.0.0.1:41234`. */
  url: string;
  /** Ends the server and resolves when its process is gone. */
  stop(): Promise<void>;
}

/**
 * Starts Prism on loopback and resolves once it listens.
 *
 * @param contract path of the bundled contract to answer from
 * @param port 0, the default, takes a free one
 * @throws with Prism's own words when it ends before it listens: a port in use, a broken contract
 */
export async function startMock(contract = bundlePath, port = 0): Promise<MockServer> {
  const prism = spawn(
    process.execPath,
    [require.resolve("@stoplight/prism-cli"), "mock", contract, "-h", "127.0.0.1", "-p", `${port}`],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } },
  );
  endWithUs(prism);
  const stop = () => end(prism);
  try {
    return { url: await listeningUrl(prism), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningUrl(prism: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      const url = /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    prism.stdout?.on("data", read);
    prism.stderr?.on("data", read);
    prism.once("error", reject);
    prism.once("exit", (code) =>
      reject(new Error(`The mock ended with ${code} before it listened:\n${output.trim()}`)),
    );
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** A registry that misbehaves: a proxy on loopback in front of a real one, with a fault per request. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { delimiter, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { listen } from "@partner-center/lib/loopback";
import { endWithUs } from "@partner-center/lib/run";
import { rehearsalEnvironment } from "../loopback.ts";

/** pnpm would repeat what fails for over a minute, and we wait minutes for what was uploaded. */
const impatient = { pnpm_config_fetch_retries: "0", pnpm_config_publish_wait_timeout: "1000" };

/** What a registry is asked. */
interface RegistryRequest {
  /** `PUT` for an upload. */
  method: string;
  /** The package's name. */
  name: string;
}

interface RegistryResponse {
  status: number;
  headers?: IncomingHttpHeaders;
  body: string | Buffer;
}

/**
 * Decides what happens to a request. `forward` sends it to the real registry and resolves to its
 * response, which a fault may return, replace, or lose: `break` ends the connection without one, `kill`
 * ends the program that publishes.
 */
export type Fault = (
  request: RegistryRequest,
  forward: () => Promise<RegistryResponse>,
) => Promise<RegistryResponse | "break" | "kill"> | RegistryResponse | "break" | "kill";

/** An error as registries return it. */
export const registryError = (status: number, error: string): RegistryResponse => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ error }),
});

export interface Publish {
  /** The exit code; null when it was killed. */
  code: number | null;
  /** What it printed. */
  output: string;
}

/**
 * Publishes a checkout to a registry of this machine, and kills that with all that it started when a
 * fault says so.
 *
 * @param home a folder for the settings of this publish
 */
export async function publishThrough(
  checkout: string,
  {
    registry,
    home,
    fault,
  }: {
    registry: string;
    home: string;
    fault: Fault;
  },
): Promise<Publish> {
  let kill = () => {};
  await using proxy = await listen(async (incoming, response) => {
    const { method = "GET", url = "/" } = incoming;
    const body = await buffer(incoming);
    const name = /^\/(@[^/]+\/[^/]+)/.exec(decodeURIComponent(url))?.[1] ?? "";
    const forward = () => send(new URL(url, registry), incoming, body);
    const fate = await Promise.resolve(fault({ method, name }, forward)).catch(
      () => "break" as const,
    );
    if (fate === "kill") kill();
    if (typeof fate === "string") response.destroy();
    else response.writeHead(fate.status, fate.headers).end(fate.body);
  });
  const PATH = `${join(checkout, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
  const child = spawn("node", ["scripts/release/test/publish-unchecked.ts"], {
    cwd: checkout,
    env: { ...rehearsalEnvironment(home, proxy.url), PATH, ...impatient },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // A process group, to kill it with all that it started.
  });
  endWithUs(child);
  const { pid } = child;
  if (pid !== undefined) kill = () => process.kill(-pid, "SIGKILL");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, output };
}

/** Sends a request that was read on to the real registry. */
async function send(
  url: URL,
  { method, headers }: IncomingMessage,
  body: Buffer,
): Promise<RegistryResponse> {
  const forwarded = request(url, { method, headers });
  forwarded.end(body);
  const [received]: IncomingMessage[] = await once(forwarded, "response");
  if (!received) throw new Error("The registry did not respond");
  return {
    status: received.statusCode ?? 502,
    headers: received.headers,
    body: await buffer(received),
  };
}

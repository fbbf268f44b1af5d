/** A publish that is killed half-way, at a registry's door that lets no publish of one package through. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export interface Door {
  url: string;
  /** Resolves when somebody wants to publish the package; the answer never comes. */
  knocked: Promise<void>;
  close(): void;
}

/** Opens a door of this machine to a registry that publishes everything but one package. */
export async function openDoor(registry: string, packageName: string): Promise<Door> {
  let knock = () => {};
  const knocked = new Promise<void>((resolve) => {
    knock = resolve;
  });
  const server = createServer((incoming, answer) => {
    const path = decodeURIComponent(incoming.url ?? "");
    if (incoming.method === "PUT" && path.startsWith(`/${packageName}`)) {
      knock();
      return;
    }
    const { method, headers } = incoming;
    const passed = request(new URL(incoming.url ?? "/", registry), {
      method: method ?? "GET",
      headers,
    });
    passed.once("response", (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.once("error", () => answer.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // A string only for a pipe.
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, knocked, close };
}

/** Publishes a checkout through the door, and kills that when it knocks. */
export async function killAt(door: Door, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const publishing = spawn("node", ["scripts/release/publish.ts", "--rehearsal"], {
    cwd,
    env,
    stdio: "ignore",
    detached: true,
  });
  await Promise.race([
    door.knocked,
    once(publishing, "exit").then(() => assert.fail("the publish ended before it was killed")),
  ]);
  process.kill(-(publishing.pid ?? 0), "SIGKILL");
  await once(publishing, "exit");
  door.close();
}

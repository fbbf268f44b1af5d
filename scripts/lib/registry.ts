/** A package registry on loopback, for publishing packages and installing them as their users do. */
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The scope of our packages, the only one that is taken from this registry. */
export const ownScope = "@partner-center";

export interface LocalRegistry {
  /** Its address without a slash at the end, such as `http://127.0.0.1:41234`. */
  url: string;
  /**
   * The lines of an `.npmrc` that take our own packages from here, and all others from where the
   * user takes them. They let anyone publish, too.
   */
  npmrc: string;
  /** Ends the server and removes what was published to it. */
  stop(): Promise<void>;
}

/**
 * Starts verdaccio on a free port of 127.0.0.1. It asks no other registry for anything, holds what is
 * published to it in a temporary folder, and takes any token for good.
 */
export async function startRegistry(): Promise<LocalRegistry> {
  const storage = mkdtempSync(join(tmpdir(), "local-registry-"));
  // Without this, verdaccio keeps the secret of its tokens in the folder of the user's settings.
  // Loaded here, for it takes half a second that commands need not wait when they only give help.
  const { runServer } = await import("verdaccio");
  const server: Server = await runServer({
    configPath: join(storage, "config.yaml"),
    storage,
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$all", unpublish: "$all" } },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "fatal" },
    max_body_size: "100mb",
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // A string only for a pipe.
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}`,
    npmrc: `${ownScope}:registry=http://${host}/\n//${host}/:_authToken=anyone\n`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      rmSync(storage, { recursive: true, force: true });
    },
  };
}

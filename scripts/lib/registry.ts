/** A package registry on loopback, for publishing packages and installing them as their users do. */
import type { Server } from "node:http";
import { join } from "node:path";
import { listen } from "./loopback.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The scope of our packages, the only one that is taken from this registry. */
export const ownScope = "@partner-center";

/** Disposing of it ends the server and removes what was published to it. */
export interface LocalRegistry extends AsyncDisposable {
  server: Server;
  /** Its address without a slash at the end, such as `http://127.0.0.1:41234`. */
  url: string;
  /**
   * The lines of an `.npmrc` that take our own packages from here, and all others from where the
   * user takes them. They let anyone publish, too.
   */
  npmrc: string;
  /**
   * A folder for pnpm's `cacheDir`. pnpm remembers the packages of a registry by its address, and other
   * registries had this port before.
   */
  cache: string;
}

/**
 * Starts verdaccio. It asks no other registry for anything, keeps what is published to it in a
 * temporary folder, and accepts any token.
 *
 * @param port 0 for a free one
 */
export async function startRegistry({ port = 0 } = {}): Promise<LocalRegistry> {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder("local-registry-")).path;
  // Loaded here: it takes half a second, which `--help` of a command need not wait for.
  const { runServer } = await import("verdaccio");
  const server: Server = await runServer({
    // Without this, verdaccio keeps the secret of its tokens in the folder of the user's settings.
    configPath: join(folder, "config.yaml"),
    storage: join(folder, "packages"),
    uplinks: {},
    packages: { "**": { access: "$all", publish: "$all", unpublish: "$all" } },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "fatal" },
    max_body_size: "100mb",
  });
  const { url } = resources.use(await listen(server, { port }));
  const npmrc = `${ownScope}:registry=${url}/\n${url.replace("http:", "")}/:_authToken=anyone\n`;
  const all = resources.move();
  const cache = join(folder, "cache");
  return { server, url, npmrc, cache, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

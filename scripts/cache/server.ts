/** The cache server of a rehearsal: turborepo-remote-cache on loopback, as one would run it. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { listen } from "@partner-center/lib/loopback";
import { endWithUs, run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";

const program = "turborepo-remote-cache@2.12.0";

export interface CacheServer extends AsyncDisposable {
  /** For CI, which may write. */
  url: string;
  /** For everybody else: a second server over the same storage. */
  readOnlyUrl: string;
  token: string;
  /** Paths of what is stored; the signature of each is beside it, in PATH.tag. */
  artifacts(): string[];
}

/** Installs the server into a folder of its own, starts it twice and waits until both respond. */
export async function startCacheServer(): Promise<CacheServer> {
  const folder = temporaryFolder("cache-server-");
  writeFileSync(join(folder.path, "package.json"), `{ "private": true }`);
  const options = ["--no-audit", "--no-fund", "--ignore-scripts"];
  await run("npm", ["install", ...options, program], { cwd: folder.path, capture: true });
  const storage = join(folder.path, "storage");
  mkdirSync(storage);
  const token = randomBytes(16).toString("hex");
  const servers: ChildProcess[] = [];

  async function start(settings: Record<string, string>): Promise<string> {
    // It takes no 0 for any free port.
    const { url, port, close } = await listen(() => {});
    await close();
    const cli = join(folder.path, "node_modules/turborepo-remote-cache/dist/cli.js");
    const child = spawn(process.execPath, [cli], {
      cwd: folder.path,
      stdio: "ignore",
      env: {
        PATH: process.env.PATH,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: `${port}`,
        TURBO_TOKEN: token,
        STORAGE_PROVIDER: "local",
        STORAGE_PATH: storage,
        STORAGE_PATH_USE_TMP_FOLDER: "false",
        // Any value makes the server keep signatures. The clients have the key itself.
        TURBO_REMOTE_CACHE_SIGNATURE_KEY: "the clients have it",
        ...settings,
      },
    });
    endWithUs(child);
    servers.push(child);
    await untilReady(`${url}/v8/artifacts/status`, child);
    return url;
  }

  return {
    url: await start({}),
    readOnlyUrl: await start({ READ_ONLY: "true" }),
    token,
    artifacts: () =>
      globSync("*/*", { cwd: storage })
        .filter((path) => !path.endsWith(".tag"))
        .sort()
        .map((path) => join(storage, path)),
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.kill();
        await once(server, "exit");
      }
      folder[Symbol.dispose]();
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (await fetch(url).catch(() => undefined)) return;
    await wait(50);
  }
  throw new Error(`${program} ended with ${child.exitCode} before it responded`);
}

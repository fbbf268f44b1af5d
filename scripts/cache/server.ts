/** The cache server of a rehearsal: turborepo-remote-cache on loopback, as one would run it. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endWithUs, run } from "@partner-center/lib/run";

const version = "2.12.0";

export interface CacheServer extends AsyncDisposable {
  /** For CI, which may write. */
  url: string;
  /** For everybody else: a second server over the same storage. */
  readOnlyUrl: string;
  token: string;
  /** Paths of what is stored; the signature of each is beside it, in PATH.tag. */
  artefacts(): string[];
}

/** Installs the server into a folder of its own, starts it twice and waits until both answer. */
export async function startCacheServer(): Promise<CacheServer> {
  const folder = mkdtempSync(join(tmpdir(), "cache-server-"));
  writeFileSync(join(folder, "package.json"), `{ "private": true }`);
  const names = [
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    `turborepo-remote-cache@${version}`,
  ];
  await run("npm", ["install", ...names], { cwd: folder, capture: true });
  const storage = join(folder, "storage");
  mkdirSync(storage);
  const token = randomBytes(16).toString("hex");
  const servers: ChildProcess[] = [];

  async function start(settings: Record<string, string>): Promise<string> {
    const port = await freePort();
    const cli = join(folder, "node_modules/turborepo-remote-cache/dist/cli.js");
    const child = spawn(process.execPath, [cli], {
      cwd: folder,
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
        // Set to anything, it has signatures kept and given back. The key itself is the clients'.
        TURBO_REMOTE_CACHE_SIGNATURE_KEY: "kept by the clients",
        ...settings,
      },
    });
    endWithUs(child);
    servers.push(child);
    const url = `http://127.0.0.1:${port}`;
    await untilItAnswers(`${url}/v8/artifacts/status`, child);
    return url;
  }

  return {
    url: await start({}),
    readOnlyUrl: await start({ READ_ONLY: "true" }),
    token,
    artefacts: () =>
      globSync("*/*", { cwd: storage })
        .filter((path) => !path.endsWith(".tag"))
        .sort()
        .map((path) => join(storage, path)),
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        server.kill();
        await once(server, "exit");
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`turborepo-remote-cache ended with ${child.exitCode} before it answered`);
}

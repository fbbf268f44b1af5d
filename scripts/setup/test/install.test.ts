import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "@partner-center/lib/loopback";
import { type TemporaryFolder, temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { explainFailure, install, start } from "../install.mjs";

const pnpm = fileURLToPath(new URL("../../../node_modules/.bin/pnpm", import.meta.url));
const nowhere = "http://127.0.0.1:1";

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder("install-");
});
afterEach(() => folder[Symbol.dispose]());

/** A registry that is busy, whatever it is asked for. */
const startBusyRegistry = () => listen((_, response) => response.writeHead(503).end("busy"));

/** A project whose lockfile names one package. */
function writeProject(): void {
  writeFileSync(join(folder.path, "package.json"), '{ "dependencies": { "trial": "1.0.0" } }');
  const integrity = `sha512-${Buffer.alloc(64).toString("base64")}`;
  writeFileSync(
    join(folder.path, "pnpm-lock.yaml"),
    `lockfileVersion: '9.0'
settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false
importers:
  .:
    dependencies:
      trial:
        specifier: 1.0.0
        version: 1.0.0
packages:
  trial@1.0.0:
    resolution: {integrity: ${integrity}}
snapshots:
  trial@1.0.0: {}
`,
  );
}

/** Installs from a registry, without a moment between two attempts, and with nothing in a cache. */
function installFrom(registry: string, command: string, ...args: string[]): Promise<string> {
  const settings = {
    registry,
    cache: join(folder.path, "cache"),
    store_dir: join(folder.path, "store"),
    minimum_release_age: "0",
    fetch_retry_mintimeout: "1",
    fetch_retry_maxtimeout: "1",
  };
  const env = Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => [
      [`npm_config_${name}`, value],
      [`pnpm_config_${name}`, value],
    ]),
  );
  return install(command, [...args, "install", "--frozen-lockfile"], {
    cwd: folder.path,
    env: { ...process.env, ...env },
    isFirst: false,
  });
}

const outOfReach =
  "The package registry can't be reached: check the network, the proxy (HTTPS_PROXY) and " +
  "`npm config get registry`, then run the same command again.";
const busy = (name: string) =>
  `The package registry responds with 503 for ${name}: run the same command again later, or check ` +
  "`npm config get registry`.";

test("no network is one sentence, from npm and from pnpm", async () => {
  writeProject();
  expect(await installFrom(nowhere, "npx", "--yes", "trial@1.0.0")).toBe(outOfReach);
  expect(await installFrom(nowhere, pnpm)).toBe(outOfReach);
});

test("a package that the registry does not give is one sentence with its name", async () => {
  writeProject();
  await using registry = await startBusyRegistry();
  expect(await installFrom(registry.url, "npx", "--yes", "trial@1.0.0")).toBe(busy("trial"));
  expect(await installFrom(registry.url, pnpm)).toBe(busy("trial 1.0.0"));
});

test("notices leave the output to the command that runs afterwards", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const output = vi.spyOn(console, "log");
  onTestFinished(() => void vi.restoreAllMocks());
  const options = { cwd: folder.path, env: process.env, isFirst: false, quickMs: 0 };
  const says = "console.log('Will retry in 1 second')";
  expect(await install(process.execPath, ["--eval", says], options)).toBe("");
  expect(told.mock.calls.flat()).toEqual([
    "Installing what has changed ...",
    "The package registry does not respond as it should; trying again ...",
  ]);
  expect(output).not.toHaveBeenCalled();
});

test.each([
  ["npm", "npm error code ENOSPC\nnpm error syscall write\nnpm error nospc Invalid response body"],
  [
    "pnpm",
    '  ╰─▶ Failed to write to file at "/a/store": No\n      space left on device (os error 28)\n',
  ],
  ["pnpm, elsewhere cut", "  ├─▶ Failed to write to file: No space\n  │   left on device\n"],
])("a full disk is one sentence, from what %s printed", (_, printed) => {
  expect(explainFailure(printed, 1)).toBe(
    "The disk is full: make room, then run the same command again.",
  );
});

test("the name of a package is read from a URL with a path, a scope, or on two lines", () => {
  const pnpmSays = (url: string) =>
    explainFailure(`Tarball server returned HTTP 503 for ${url}\n`, 1);
  const registry = "https://packages.example.com/team/npm";
  expect(pnpmSays(`${registry}/@scope/name/-/name-1.0.0-rc.1.tgz`)).toBe(
    busy("@scope/name 1.0.0-rc.1"),
  );
  expect(pnpmSays(`${registry}/js-tokens/-/\n  │   js-tokens-4.0.0.tgz`)).toBe(
    busy("js-tokens 4.0.0"),
  );
  const npmSays = `npm error 503 Service Unavailable - GET ${registry}/@scope%2fname\n`;
  expect(explainFailure(npmSays, 1)).toBe(busy("@scope/name"));
});

test("what is not understood is shown as it is", () => {
  expect(explainFailure("boom\n", 7)).toBe(
    "boom\n\nThe installation failed (exit 7). The lines above say why; fix it and run the same " +
      "command again.",
  );
});

test.each(["linux", "win32"] as const)(
  "a program gets its words as they are on %s",
  async (platform) => {
    const words = ["plain", "two words", "--option=@scope/name", "a&b"];
    const print = ["-p", "process.argv.slice(1).join('|')", "--", ...words];
    const child = start("node", print, { stdio: ["ignore", "pipe", "inherit"] }, platform);
    let printed = "";
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
    });
    await once(child, "close");
    expect(printed).toBe(`${words.join("|")}\n`);
  },
);

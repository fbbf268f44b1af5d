// @ts-check
/**
 * Prepares the checkout, then runs one command on the pinned toolchain:
 *
 *   node scripts/setup.mjs COMMAND [ARG ...]     without a COMMAND it only prepares
 *
 * The one plain-JavaScript file, because the user's own Node runs it: any from 20 on. It installs
 * what pnpm-lock.yaml names, Node 24 included, and needs neither root nor pnpm.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
const pinnedNode = 24;
const isWindows = process.platform === "win32";

const environment = {
  ...process.env,
  PATH: `${binaries}${delimiter}${process.env.PATH}`,
  // The tools are large Node programs: what Node compiled of them once is there the next time.
  NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"),
  // Nothing that we run reports to its maker.
  ASTRO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  TURBO_TELEMETRY_DISABLED: "1",
};

/**
 * @param {string} message what is wrong and how to mend it
 * @returns {never}
 */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function checkNode() {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) {
    fail(`Node 20 or newer is needed, this is ${process.version}. Get it from https://nodejs.org.`);
  }
}

function install() {
  /** @type {{ packageManager: string }} */
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const isFirst = !existsSync(join(binaries, "pnpm"));
  if (isFirst) console.log(`Installing the toolchain with ${packageManager} ...`);
  const arguments_ = ["install", "--frozen-lockfile"];
  const result = spawnSync(
    isFirst ? "npx" : "pnpm",
    isFirst ? ["--yes", packageManager, ...arguments_] : arguments_,
    {
      cwd: root,
      env: environment,
      encoding: "utf8",
      // A Windows command is a .cmd file, which only a shell starts.
      shell: isWindows,
      // Later installs have nothing to say unless they fail.
      stdio: isFirst ? ["ignore", "inherit", "pipe"] : ["ignore", "pipe", "pipe"],
    },
  );
  if (result.status === 0) return;
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}`;
  fail(`${output.trim()}\n\nThe installation failed (exit ${result.status}). ${adviceFor(output)}`);
}

/** @param {string} output what the failed installation printed */
function adviceFor(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|TARBALL_FETCH|error sending request/.test(
      output,
    )
  ) {
    return (
      "The package registry can't be reached: check the network, the proxy (HTTPS_PROXY) and " +
      "`npm config get registry`, then run the same command again."
    );
  }
  if (/OUTDATED_LOCKFILE|frozen-lockfile/.test(output)) {
    return "A package.json changed without its lockfile. Run: npx pnpm install --no-frozen-lockfile";
  }
  if (/ENOSPC/.test(output)) return "The disk is full.";
  return "The lines above say why; mend it and run the same command again.";
}

function checkPinnedNode() {
  const { stdout } = spawnSync("node", ["--version"], { env: environment, encoding: "utf8" });
  const major = Number(/^v(\d+)/.exec(stdout ?? "")?.[1]);
  if (major >= pinnedNode) return;
  fail(
    `The scripts need Node ${pinnedNode}, which the installation brings on Linux and Windows x64 ` +
      `and on Linux arm64. On ${process.platform} ${process.arch} install it yourself from ` +
      `https://nodejs.org; the one found is ${stdout?.trim() || "unknown"}.`,
  );
}

/**
 * Stands between turbo and a shared cache (TURBO_API). turbo waits for a server that hangs with each
 * task, twice; here the first wait is the last one: from then on every request is answered with
 * "not found", and the run goes on without the cache.
 */
async function guardSharedCache() {
  const { TURBO_API } = process.env;
  if (!TURBO_API) return;
  if (!URL.canParse(TURBO_API)) fail(`TURBO_API is no address: ${TURBO_API}`);
  const { host, pathname, protocol } = new URL(TURBO_API);
  const { request: send } = protocol === "https:" ? https : http;
  let isLeftAlone = false;
  const guard = http.createServer((asked, response) => {
    /** @param {string} problem */
    const leaveAlone = (problem) => {
      if (!isLeftAlone) console.warn(`The shared cache ${problem}; going on without it.`);
      isLeftAlone = true;
      if (response.headersSent) response.destroy();
      else response.writeHead(404).end();
    };
    if (isLeftAlone) return leaveAlone("");
    const isUpload = asked.method === "PUT";
    const request = send(new URL(asked.url ?? "", TURBO_API), {
      method: asked.method,
      headers: { ...asked.headers, host },
      // Milliseconds without a sign of life, less than turbo's own second; an upload has to be stored.
      timeout: isUpload ? 2000 : 700,
    });
    request.on("timeout", () => request.destroy(new Error("is slow")));
    request.on("error", ({ message }) => leaveAlone(`(${TURBO_API}) fails: ${message}`));
    request.on("response", (answer) => {
      const { statusCode = 500, headers } = answer;
      const isExpected = isUpload || statusCode < 300 || statusCode === 404;
      if (!isExpected) return leaveAlone(`(${TURBO_API}) answers ${statusCode}`);
      response.writeHead(statusCode, headers);
      answer.on("error", ({ message }) => leaveAlone(`(${TURBO_API}) fails: ${message}`));
      answer.pipe(response);
    });
    asked.pipe(request);
  });
  guard.listen(0, "127.0.0.1");
  await once(guard, "listening");
  // It ends with the command.
  guard.unref();
  const { port } = /** @type {import("node:net").AddressInfo} */ (guard.address());
  // The path stays, for a server that doesn't stand at the root.
  const guarded = `http://127.0.0.1:${port}${pathname.replace(/\/$/, "")}`;
  Object.assign(environment, { TURBO_API: guarded });
}

/** @param {string[]} command */
function handOver([name = "node", ...rest]) {
  const child = spawn(name, rest, {
    cwd: root,
    env: environment,
    stdio: "inherit",
    shell: isWindows,
  });
  // A terminal sends Ctrl-C to the child as well: wait for it to finish in its own way.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`${name} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

checkNode();
install();
checkPinnedNode();
await guardSharedCache();
const command = process.argv.slice(2);
if (command.length > 0) handOver(command);

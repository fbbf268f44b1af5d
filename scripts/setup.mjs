// @ts-check
/**
 * Prepares the checkout, then runs one command on the pinned toolchain:
 *
 *   node scripts/setup.mjs COMMAND [ARG ...]     without a COMMAND it only prepares
 *
 * Plain JavaScript, because the user's own Node runs it: any from 20 on. It installs what
 * pnpm-lock.yaml names, Node 24 included (except on macOS), and needs neither root nor pnpm.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./setup/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
/** The oldest Node that runs the scripts: it has `mkdtempDisposableSync`. */
const oldestNode = [24, 4];
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

/** @returns {Promise<boolean>} whether this was the first installation */
async function installToolchain() {
  /** @type {{ packageManager: string }} */
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const isFirst = !existsSync(join(binaries, "pnpm"));
  if (isFirst) console.log(`Installing the toolchain with ${packageManager} ...`);
  const args = ["install", "--frozen-lockfile"];
  const options = { cwd: root, env: environment, isFirst };
  const problem = isFirst
    ? await install("npx", ["--yes", packageManager, ...args], options)
    : await install("pnpm", args, options);
  if (problem) fail(problem);
  return isFirst;
}

/** Whether the installation brought a Node for this platform: there is none for macOS. */
const isNodeBundled = () => existsSync(join(binaries, "node"));

/** @param {boolean} isFirst whether this was the first installation, which tells more */
function checkScriptsNode(isFirst) {
  const { stdout } = spawnSync("node", ["--version"], { env: environment, encoding: "utf8" });
  const found = stdout?.trim() || "none that starts";
  const [major = 0, minor = 0] = found.slice(1).split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  const platform = `${process.platform} ${process.arch}`;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    if (isFirst && !isNodeBundled()) {
      console.log(
        `No Node is bundled for ${platform}: the scripts run on this machine's, ${found}.`,
      );
    }
    return;
  }
  fail(
    `${isNodeBundled() ? "The bundled Node does not start on" : "No Node is bundled for"} ${platform}, ` +
      `and the scripts need Node ${oldestNode.join(".")} or newer; this machine's is ${found}. ` +
      `Install Node ${oldestMajor} from https://nodejs.org/en/download, then run the same command again.`,
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

/**
 * Gives everything that the command starts one temporary folder, and removes it when the command has
 * ended, however that was: nobody else has to clean up behind a failure or Ctrl-C. The installation
 * has none: pnpm keeps locks in the machine's, and a lock of its own would lock nobody out.
 */
function lendTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "partner-center-"));
  Object.assign(environment, { TMPDIR: folder, TEMP: folder, TMP: folder });
  // What the command started may still be ending, and writing.
  const patience = { maxRetries: 10, retryDelay: 100 };
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, ...patience }));
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
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  child.on("error", (error) => fail(`${name} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

checkNode();
const isFirst = await installToolchain();
checkScriptsNode(isFirst);
await guardSharedCache();
const command = process.argv.slice(2);
if (command.length > 0) {
  lendTemporaryFolder();
  handOver(command);
}

// @ts-check
/**
 * Prepares the checkout, then runs one command on the pinned toolchain:
 *
 *   node scripts/setup.mjs COMMAND [ARG ...]     without a COMMAND it only prepares
 *
 * Plain JavaScript, because the user's own Node runs it: any from 20 on. It installs what
 * pnpm-lock.yaml names, Node 24 included (except on macOS), and needs neither root nor pnpm.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, start } from "./setup/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const binaries = join(root, "node_modules", ".bin");
/** The oldest Node that runs the scripts: it has `mkdtempDisposableSync`. */
const [oldestMajor, oldestMinor] = [24, 4];

const environment = {
  ...process.env,
  PATH: `${binaries}${delimiter}${process.env.PATH}`,
  // For what is tried on the user's own Node. npm names it: `npm run` itself starts the pinned one.
  MACHINE_NODE: process.env.MACHINE_NODE ?? process.env.npm_node_execpath ?? process.execPath,
  // The tools are large Node programs: what Node compiled of them once is kept for the next run.
  NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node"),
  // Nothing that we run reports to its maker.
  ASTRO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  TURBO_TELEMETRY_DISABLED: "1",
};

/**
 * @param {string} message what is wrong and how to fix it
 * @returns {never}
 */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function checkNode() {
  if (Number.parseInt(process.versions.node, 10) >= 20) return;
  fail(`Node 20 or newer is needed, this is ${process.version}. Get it from https://nodejs.org.`);
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

/** @param {boolean} isFirst whether this was the first installation, after which more is said */
function checkScriptsNode(isFirst) {
  // By a shell, which on Windows finds a node.cmd too, as it does for the command.
  const options = { env: environment, encoding: /** @type {const} */ ("utf8"), shell: true };
  const { stdout } = spawnSync("node --version", options);
  const found = stdout?.trim() || "none that starts";
  const [major = 0, minor = 0] = found.slice(1).split(".").map(Number);
  // The installation has none for macOS.
  const isBundled = existsSync(join(binaries, "node"));
  const platform = `${process.platform} ${process.arch}`;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    fail(
      `${isBundled ? "The bundled Node does not start on" : "No Node is bundled for"} ${platform}, ` +
        `and the scripts need Node ${oldestMajor}.${oldestMinor} or newer; this machine's is ${found}. ` +
        `Install Node ${oldestMajor} from https://nodejs.org/en/download, then run the same command again.`,
    );
  }
  if (!isFirst || isBundled) return;
  console.log(`No Node is bundled for ${platform}: the scripts run on this machine's, ${found}.`);
}

/**
 * Gives everything that the command starts one temporary folder, and removes it when the command has
 * ended, however that was. The installation has the machine's, where pnpm keeps the locks that all
 * installations share.
 */
function lendTemporaryFolder() {
  const machine = tmpdir();
  const folder = mkdtempSync(join(machine, "partner-center-"));
  // The machine's own is for what a command leaves for people to look at.
  Object.assign(environment, { TMPDIR: folder, TEMP: folder, TMP: folder, MACHINE_TEMP: machine });
  // What the command started may still be ending, and writing.
  const patience = { maxRetries: 10, retryDelay: 100 };
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, ...patience }));
}

/** @param {string[]} command */
function handOver([name = "node", ...args]) {
  const child = start(name, args, { cwd: root, env: environment, stdio: "inherit" });
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
checkScriptsNode(await installToolchain());
const command = process.argv.slice(2);
if (command.length > 0) {
  lendTemporaryFolder();
  handOver(command);
}

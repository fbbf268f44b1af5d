// @ts-check
/** Runs an installation for setup.mjs, and says in one sentence what keeps it from succeeding. */
import { spawn } from "node:child_process";

/**
 * How soon a request is sent again, in milliseconds. By default npm and pnpm wait 10 s, then 60 s,
 * and print nothing. The user's own settings come first.
 */
const patience = Object.fromEntries(
  ["npm", "pnpm"].flatMap((tool) => [
    [`${tool}_config_fetch_retry_mintimeout`, "1000"],
    [`${tool}_config_fetch_retry_maxtimeout`, "5000"],
  ]),
);

/**
 * Starts a program. On Windows most are `.cmd` files, which only a shell starts: it gets one line, since
 * Node warns about a list, and does not quote it.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @param {NodeJS.Platform} platform
 */
export function start(name, args, options, platform = process.platform) {
  if (platform !== "win32") return spawn(name, args, options);
  const quote = (/** @type {string} */ word) =>
    /^[\w.:=@/\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`;
  return spawn([name, ...args].map(quote).join(" "), { ...options, shell: true });
}

/**
 * Runs npm or pnpm. A first installation shows its progress; later ones are quiet while they are
 * quick. Notices go to stderr, because the output is that of the command which runs afterwards.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, isFirst: boolean, quickMs?: number }} options
 *   `quickMs`: an installation that takes longer says that it is running
 * @returns {Promise<string>} what is wrong, empty when it succeeded
 */
export function install(command, args, { cwd, env, isFirst, quickMs = 3_000 }) {
  const child = start(command, args, {
    cwd,
    env: { ...patience, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill();
  process.once("exit", end);
  const notice = () => isFirst || console.error("Installing what has changed ...");
  const timer = setTimeout(notice, quickMs);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
      if (chunk.includes("Will retry in") && !output.includes("Will retry in")) {
        console.error("The package registry does not respond as it should; trying again ...");
      }
      output += chunk;
      const progress = isFirst && chunk.match(/^(Progress|Downloading).*\n/gm);
      if (progress) process.stdout.write(progress.join(""));
    });
  }
  return new Promise((resolve) => {
    /** @param {string} problem */
    const settle = (problem) => {
      clearTimeout(timer);
      process.removeListener("exit", end);
      resolve(problem);
    };
    child.once("error", ({ message }) => settle(`${command} could not be started: ${message}`));
    child.once("close", (code) => settle(code === 0 ? "" : explainFailure(output, code)));
  });
}

/**
 * @param {string} output what npm or pnpm printed before it failed
 * @param {number | null} code its exit code
 * @returns {string} one sentence for a known failure, else the output and what to do
 */
export function explainFailure(output, code) {
  if (/ENOSPC|No\s+[│ ]*space\s+[│ ]*left|os error 28\b/.test(output)) {
    return "The disk is full: make room, then run the same command again.";
  }
  const refusal = describeRefusal(output);
  if (refusal) {
    return (
      `The package registry responds with ${refusal}: run the same command again later, or check ` +
      "`npm config get registry`."
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|TARBALL_FETCH|error sending request/.test(output)) {
    return (
      "The package registry can't be reached: check the network, the proxy (HTTPS_PROXY) and " +
      "`npm config get registry`, then run the same command again."
    );
  }
  if (/OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH|frozen-lockfile/.test(output)) {
    return (
      "A package.json, pnpm-workspace.yaml or .pnpmfile.cjs changed without the lockfile. " +
      "Run: npx pnpm install --no-frozen-lockfile"
    );
  }
  return (
    `${output.trim()}\n\nThe installation failed (exit ${code}). The lines above say why; fix it and ` +
    "run the same command again."
  );
}

/**
 * The status of a package that the registry refused, and its name, with the version where that is
 * known. npm prints `503 Service Unavailable - GET URL`; pnpm prints `HTTP 503 for URL`, with the URL
 * on two lines.
 *
 * @param {string} output
 */
function describeRefusal(output) {
  const [, status, found] =
    /error (\d{3}) .* - GET (\S+)/.exec(output) ??
    /HTTP (\d{3}) for (https?:[^)]+?\.tgz)/.exec(output) ??
    [];
  if (!found) return "";
  const url = decodeURIComponent(found.replace(/\n[ │]*/g, ""));
  const [, name, version] = /((?:@[^/]+\/)?[^/]+)\/-\/[^/]*?-(\d[^/]*)\.tgz$/.exec(url) ?? [];
  return `${status} for ${name ? `${name} ${version}` : /(@[^/]+\/)?[^/]+$/.exec(url)?.[0]}`;
}

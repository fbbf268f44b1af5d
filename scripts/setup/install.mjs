// @ts-check
/** Runs an installation for setup.mjs, and says in one sentence what keeps it from succeeding. */
import { spawn } from "node:child_process";

/**
 * How soon a request is sent again, in milliseconds. By default npm and pnpm wait 10 s, then 60 s,
 * without a word. What the user has set counts first.
 */
const patience = {
  npm_config_fetch_retry_mintimeout: "1000",
  npm_config_fetch_retry_maxtimeout: "5000",
  pnpm_config_fetch_retry_mintimeout: "1000",
  pnpm_config_fetch_retry_maxtimeout: "5000",
};

/** An installation of which nothing was heard for so long says that it is at work, in milliseconds. */
const silenceMs = 3_000;

const isWindows = process.platform === "win32";

/**
 * Runs npm or pnpm. Progress is shown of a first installation; later ones are quiet while they are
 * quick.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, isFirst: boolean }} options
 * @returns {Promise<string>} what is wrong, empty when it succeeded
 */
export function install(command, args, { cwd, env, isFirst }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...patience, ...env },
    // A Windows command is a .cmd file, which only a shell starts.
    shell: isWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill();
  process.once("exit", end);
  let output = "";
  let isRetrying = false;
  const notice = setTimeout(
    () => isFirst || console.log("Installing what has changed ..."),
    silenceMs,
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
      if (isFirst)
        process.stdout.write(text.match(/^(Progress|Downloading).*\n/gm)?.join("") ?? "");
      if (isRetrying || !text.includes("Will retry in")) return;
      isRetrying = true;
      console.log("The package registry does not respond as it should; trying again ...");
    });
  }
  return new Promise((resolve) => {
    /** @param {string} problem */
    const settle = (problem) => {
      clearTimeout(notice);
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
 * @returns {string} one sentence for what is understood, else the output and what to do
 */
export function explainFailure(output, code) {
  if (/ENOSPC|No\s+[│ ]*space\s+[│ ]*left|os error 28\b/.test(output)) {
    return "The disk is full: make room, then run the same command again.";
  }
  const refusal = findRefusal(output);
  if (refusal) {
    return (
      `The package registry responds with ${refusal.status} for ${refusal.name}: run the same ` +
      "command again later, or check `npm config get registry`."
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
 * The package that the registry refused, with its version where that is known. npm says
 * `503 Service Unavailable - GET URL`; pnpm says `HTTP 503 for URL`, with the URL on two lines.
 *
 * @param {string} output
 */
function findRefusal(output) {
  const [, ofNpm, npmUrl] = /error (\d{3}) .* - GET (\S+)/.exec(output) ?? [];
  const [, ofPnpm, pnpmUrl = ""] = /HTTP (\d{3}) for (https?:[^)]+?\.tgz)/.exec(output) ?? [];
  const [status, url] = [ofNpm ?? ofPnpm, npmUrl ?? pnpmUrl.replace(/\n[ │]*/g, "")];
  if (!status) return undefined;
  const path = decodeURIComponent(url);
  const [, tarball, version] = /((?:@[^/]+\/)?[^/]+)\/-\/[^/]*?-(\d[^/]*)\.tgz$/.exec(path) ?? [];
  const [name] = /(@[^/]+\/)?[^/]+$/.exec(path) ?? [url];
  return { status, name: tarball ? `${tarball} ${version}` : name };
}

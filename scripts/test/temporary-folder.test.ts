import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const setup = fileURLToPath(new URL("../setup.mjs", import.meta.url));

/** Stands for the machine's temporary directory. */
let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "machine-"));
});
afterEach(() => rmSync(machine, { recursive: true }));

/** Makes a file three folders deep, says where, and ends as it is told. */
const litter = (end: string) => `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const folder = require("node:path").join(require("node:os").tmpdir(), "left", "behind");
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + "/file", "x");
  console.log(folder);
  ${end}
`;

/** Runs the script through setup, in a process group of its own, as a terminal does. */
function start(script: string, program = setup, environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, "node", "-e", script], {
    detached: true,
    env: { ...process.env, TMPDIR: machine, TMP: machine, TEMP: machine, ...environment },
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
  expect(String(folder)).toContain(machine);
  expect(await ended).toBe(code);
  expect(readdirSync(machine)).toEqual([]);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a command that %s ends leaves nothing",
  async (signal) => {
    const { child, ended } = start(litter("setInterval(() => {}, 1000)"));
    await once(child.stdout, "data");
    expect(readdirSync(machine)).toHaveLength(1);
    // A terminal sends it to the whole group.
    process.kill(-(child.pid ?? 0), signal);
    await ended;
    expect(readdirSync(machine)).toEqual([]);
  },
);

test("Ctrl-C during the first installation leaves nothing", async () => {
  await using cleanup = new AsyncDisposableStack();
  const bare = mkdtempSync(join(tmpdir(), "bare-checkout-"));
  cleanup.defer(() => rmSync(bare, { recursive: true }));
  mkdirSync(join(bare, "scripts"));
  for (const file of ["package.json", "scripts/setup.mjs"]) {
    cpSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), join(bare, file));
  }
  // An installation that never ends.
  writeFileSync(join(bare, "npx"), "#!/bin/sh\necho installing\nexec sleep 600\n", { mode: 0o755 });
  const path = `${bare}${delimiter}${process.env.PATH}`;
  const { child, ended } = start("", join(bare, "scripts/setup.mjs"), { PATH: path });
  for await (const line of child.stdout) if (/^installing/m.test(line)) break;
  process.kill(-(child.pid ?? 0), "SIGINT");
  await ended;
  expect(readdirSync(machine)).toEqual([]);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import type { Case } from "@partner-center/lib/cases";
import { endWithUs } from "@partner-center/lib/run";
import { expect, test } from "vitest";
import { steps } from "../../../release/release.ts";
import { cases } from "../../cases.ts";

const root = join(import.meta.dirname, "../../../..");

interface Command {
  /** How it is called, such as `npm run check -- api`. */
  name: string;
  /** Its program and arguments. */
  command: string[];
  folder: string;
}

function npmScripts(manifest: string): Command[] {
  const folder = dirname(join(root, manifest));
  const { scripts = {} } = JSON.parse(readFileSync(join(root, manifest), "utf8"));
  const prefix = folder === root ? "npm" : `${dirname(manifest)}: pnpm`;
  return Object.entries<string>(scripts).map(([name, script]) => ({
    name: `${prefix} ${["start", "test"].includes(name) ? "" : "run "}${name}`,
    command: script.split(" "),
    folder,
  }));
}

const casesOf = (name: string, all: Record<string, Case>): Command[] =>
  Object.entries(all).map(([key, { command }]) => ({
    name: `npm run ${name} -- ${key}`,
    command,
    folder: root,
  }));

const rootScripts = npmScripts("package.json");
const afterSetup = rootScripts
  .map((script) => ({ ...script, command: script.command.slice(2) }))
  // The others are other people's programs, which have a help of their own.
  .filter(({ command }) => command[0] === "node");
const ours = [...afterSetup, ...casesOf("check", cases), ...casesOf("release", steps)];
const commands = [
  ...ours,
  ...globSync("{spec,packages/*}/package.json", { cwd: root }).flatMap(npmScripts),
];

/** The file that a command runs. */
function programOf({ command, folder }: Command): string {
  return resolve(folder, command.find((word) => word.endsWith(".ts")) ?? "");
}

/** Several commands may be one program, which is tried once. */
const programs = [...new Map(commands.map((command) => [programOf(command), command])).values()];

/** Runs a command without the installation that `npm run` begins with. */
async function runCommand({ command, folder }: Command, args: string[], env?: NodeJS.ProcessEnv) {
  const [program = "", ...own] = command;
  const child = spawn(program, [...own, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
      // As setup.mjs sets it, because each program is loaded three times.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
      ...env,
    },
  });
  endWithUs(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, printed };
}

test("there are at most 12 npm scripts, and each sets up first", () => {
  expect(rootScripts.length).toBeLessThanOrEqual(12);
  for (const { command } of rootScripts) {
    expect(command.slice(0, 2)).toEqual(["node", "scripts/setup.mjs"]);
  }
});

test.each(ours)("the help of $name names it", (command) => {
  const [help] = readFileSync(programOf(command), "utf8").split("*/");
  expect(help).toMatch(/Usage: /);
  expect(help).toContain(command.name);
});

test.concurrent.for(programs)("$name takes --help", async (command, { expect }) => {
  const { code, printed } = await runCommand(command, ["--help"]);
  expect({ code, printed }).toEqual({ code: 0, printed: expect.stringContaining("Usage: ") });
});

test.concurrent.for(programs)("$name refuses an unknown option", async (command, { expect }) => {
  const { code, printed } = await runCommand(command, ["--no-such-option"]);
  expect({ code, printed }).toEqual({
    code: 2,
    printed: expect.stringContaining("'--no-such-option'"),
  });
});

test.concurrent.for(programs)("$name refuses an unknown word", async (command, { expect }) => {
  const { code, printed } = await runCommand(command, ["no-such-word"]);
  expect({ code, printed }).toEqual({
    code: 2,
    printed: expect.stringContaining("Unknown: no-such-word"),
  });
});

test.each([
  ["npm run mock", [], { PORT: "abc" }, "PORT is not a port"],
  ["npm run docs", [], { PORT: "65536" }, "PORT is not a port"],
  ["npm run dev", ["--mock-port=-1"], {}, "--mock-port is not a port"],
  ["npm run check -- soak", ["--calls=1.5"], {}, "--calls is not a whole number"],
  ["npm run check -- consumers", ["--only=nobody"], {}, "Unknown: nobody. Known: babel-jest, "],
])("%s refuses a wrong value: %s %s", async (name, args, env, problem) => {
  const command = commands.find((command) => command.name === name);
  if (!command) throw new Error(`There is no ${name}`);
  const { code, printed } = await runCommand(command, args, env);
  expect({ code, printed }).toEqual({ code: 2, printed: expect.stringContaining(problem) });
});

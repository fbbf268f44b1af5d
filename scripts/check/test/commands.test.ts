import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithUs } from "@partner-center/lib/run";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const manifests = ["package.json", ...globSync("{spec,packages/*}/package.json", { cwd: root })];

interface Command {
  name: string;
  script: string;
  folder: string;
}

/** The npm scripts of the root, then those of its packages. */
const commands = manifests.flatMap((path): Command[] => {
  const folder = dirname(join(root, path));
  const { scripts = {} } = JSON.parse(readFileSync(join(root, path), "utf8"));
  const where = path === "package.json" ? "" : `${dirname(path)} `;
  return Object.entries<string>(scripts).map(([name, script]) => ({
    name: `${where}${name}`,
    script,
    folder,
  }));
});
const rootCommands = commands.filter(({ folder }) => join(folder, "/") === root);

/** Several commands may be one program, which is tried once. */
const programs = [...new Map(commands.map((command) => [programOf(command), command])).values()];

function programOf({ script, folder }: Command): string {
  const [file = ""] = /[\w./-]+\.ts/.exec(script) ?? [];
  return resolve(folder, file);
}

/** Runs a script as pnpm would, without the installation that `npm run` begins with. */
async function runCommand({ script, folder }: Command, args: string[], env?: NodeJS.ProcessEnv) {
  const [program = "", ...rest] = script.replace("node scripts/setup.mjs ", "").split(" ");
  const child = spawn(program, [...rest, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
      // As setup.mjs has it, for each tool is loaded three times.
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

test.each(rootCommands)("npm run $name sets up first, and its help names it", (command) => {
  expect(command.script).toMatch(/^node scripts\/setup\.mjs node /);
  const [help] = readFileSync(programOf(command), "utf8").split("*/");
  expect(help).toMatch(new RegExp(`Usage: [^]*npm (run )?${command.name}\\b`));
});

test.concurrent.for(programs)("$name answers --help", async (command, { expect }) => {
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
  expect({ code, printed }).toEqual({ code: 2, printed: expect.stringContaining("--help") });
});

test.each([
  { name: "mock", args: [], env: { PORT: "abc" }, problem: "PORT is not a port" },
  { name: "docs:serve", args: [], env: { PORT: "65536" }, problem: "PORT is not a port" },
  { name: "dev", args: ["--mock-port=-1"], env: {}, problem: "--mock-port is not a port" },
  { name: "test:soak", args: ["--calls=1.5"], env: {}, problem: "--calls is not a whole number" },
])("$name refuses a number that is wrong: $problem", async ({ name, args, env, problem }) => {
  const command = commands.find((command) => command.name === name);
  if (!command) throw new Error(`There is no ${name}`);
  const { code, printed } = await runCommand(command, args, env);
  expect({ code, printed }).toEqual({ code: 2, printed: expect.stringContaining(problem) });
});

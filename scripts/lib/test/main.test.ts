import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../temporary-folder.ts";
import { startProgram } from "./program.ts";

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder("main-");
});
afterEach(() => folder[Symbol.dispose]());

/** Runs a command with this body, which takes `--name NAME` and the words "left" and "right". */
function runCommand(body: string, ...args: string[]) {
  const command = `/**
 * Tries the frame of commands.
 *
 * Usage: try-main [--name NAME]
 */
import { main, refuse } from "LIBmain.ts";
import { run } from "LIBrun.ts";

const options = { name: { type: "string" } } as const;
await main(import.meta, { options, words: ["left", "right"] }, async ({ values, words }) => {
  ${body}
});
`;
  return startProgram(folder.path, command, ...args).ended;
}

const print = "console.log(values.name, words.join());";
const hint = "Run the same command with --help to see what it takes.\n";

test("a command gets its options and words", async () => {
  expect(await runCommand(print, "left", "--name", "x", "right")).toEqual({
    code: 0,
    stdout: "x left,right\n",
    stderr: "",
  });
});

test.each(["--help", "-h"])("%s prints the comment at the head of the file", async (option) => {
  expect(await runCommand(print, option)).toEqual({
    code: 0,
    stdout: "Tries the frame of commands.\n\nUsage: try-main [--name NAME]\n",
    stderr: "",
  });
});

test.each([
  ["an unknown option", ["--no-such"], "Unknown option '--no-such'\n"],
  ["an option without its value", ["--name"], "Option '--name <value>' argument missing\n"],
  ["an unknown word", ["up"], "Unknown: up. Known: left, right.\n"],
])("%s is refused with exit code 2", async (_name, args, problem) => {
  expect(await runCommand(print, ...args)).toEqual({
    code: 2,
    stdout: "",
    stderr: `${problem}${hint}`,
  });
});

test("a command refuses arguments that make no sense together in the same way", async () => {
  expect(await runCommand('refuse("Either left or right.");')).toEqual({
    code: 2,
    stdout: "",
    stderr: `Either left or right.\n${hint}`,
  });
});

test("an error is one sentence and exit code 1", async () => {
  expect(await runCommand('throw new Error("The disk is full.");')).toEqual({
    code: 1,
    stdout: "",
    stderr: "The disk is full.\n",
  });
});

test("an error ends the command, whatever it has started", async () => {
  const { code } = await runCommand('setInterval(() => {}, 60_000); throw new Error("Taken.");');
  expect(code).toBe(1);
});

test("a command may set the exit code itself", async () => {
  const { code, stderr } = await runCommand("process.exitCode = 3;");
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
});

const failing = `"node", ["--eval", "console.error('It is broken.'); process.exit(4)"]`;

test("what a failed program has printed is not printed again", async () => {
  expect(await runCommand(`await run(${failing});`)).toEqual({
    code: 4,
    stdout: "",
    stderr: "It is broken.\n",
  });
});

test("what a failed program has printed is shown when it was captured", async () => {
  const { code, stderr } = await runCommand(`await run(${failing}, { capture: true });`);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^It is broken\.\n+node --eval .* failed \(exit 4\)\n$/);
});

test("nothing happens when the file is imported", async () => {
  await runCommand(print, "left");
  const importing = join(folder.path, "importing.ts");
  const command = readFileSync(join(folder.path, "program.ts"), "utf8");
  writeFileSync(importing, command);
  expect(await startProgram(folder.path, `import "./importing.ts";`, "--help").ended).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
});

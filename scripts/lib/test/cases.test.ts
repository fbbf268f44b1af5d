import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { startProgram } from "./program.ts";

const program = `/**
 * Tries the cases.
 *
 * Usage: try-cases NAME
 */
import { runCases } from "LIBcases.ts";

const node = (code) => ["node", "--eval", code, "case"];
await runCases(import.meta, {
  tell: { command: node("console.log('told', ...process.argv.slice(1))"), does: "tells", needs: "1 s" },
  gone: { command: ["no-such-program"], does: "can't start", needs: "1 s" },
  read: { command: node("console.log(process.argv.slice(1))"), takes: "FILE", does: "reads", needs: "1 s" },
  fail: { command: node("process.exit(3)"), does: "fails", needs: "2 s, luck" },
  long: {
    command: node("for (let i = 1; i <= 100; i++) console.log('line', i); process.exit(1)"),
    does: "prints much",
    needs: "1 s",
  },
  type: { command: node("process.stdin.pipe(process.stdout)"), does: "asks", needs: "1 s" },
});
`;

async function runCases(...args: string[]) {
  using folder = temporaryFolder("cases-");
  return await startProgram(folder.path, program, ...args).ended;
}

test("without a name the cases are listed, with what each does and needs", async () => {
  expect(await runCases()).toEqual({
    code: 0,
    stdout: [
      "  tell       tells (1 s)\n",
      "  gone       can't start (1 s)\n",
      "  read FILE  reads (1 s)\n",
      "  fail       fails (2 s, luck)\n",
      "  long       prints much (1 s)\n",
      "  type       asks (1 s)\n",
    ].join(""),
    stderr: "",
  });
});

test("a case reads what is typed", async () => {
  using folder = temporaryFolder("cases-");
  const { child, ended } = startProgram(folder.path, program, "type");
  child.stdin.end("yes\n");
  expect(await ended).toEqual({ code: 0, stdout: "yes\n", stderr: "" });
});

test("one case runs with its options", async () => {
  expect(await runCases("tell", "--loud", "--to", "all")).toEqual({
    code: 0,
    stdout: "told case --loud --to all\n",
    stderr: "",
  });
});

test("a case that takes a file gets what follows its name", async () => {
  expect(await runCases("read", "tell", "--loud")).toEqual({
    code: 0,
    stdout: "[ 'case', 'tell', '--loud' ]\n",
    stderr: "",
  });
});

test("several cases run one after another, also when one fails", async () => {
  const { code, stdout } = await runCases("fail", "tell");
  expect(code).toBe(3);
  expect(stdout).toBe("▸ fail\n▸ tell\ntold case\n\n1 of 2 passed\n  failed: fail\n");
});

const lines = (from: number) =>
  Array.from({ length: 101 - from }, (_, index) => `line ${from + index}\n`).join("");

test("below the names of those that failed, a log has the end of their output again", async () => {
  const { stdout } = await runCases("long", "tell");
  const summary = "\n1 of 2 passed\n  failed: long\n";
  const ending = `\nWhat "long" printed last:\n\n${lines(41)}`;
  expect(stdout).toBe(`▸ long\n${lines(1)}▸ tell\ntold case\n${summary}${ending}`);
});

test("when several failed, the ends of all fit into the end of a log", async () => {
  const { stdout } = await runCases("long", "gone", "long");
  const [, ending = ""] = stdout.split("  failed: gone\n  failed: long\n");
  expect(ending.split("\n").length).toBeLessThan(90);
  expect(ending).toContain(`\nWhat "gone" printed last:\n\nno-such-program`);
  expect(ending.endsWith(`\n${lines(81)}`)).toBe(true);
});

test("the exit code of a case is that of the command", async () => {
  expect(await runCases("fail")).toEqual({ code: 3, stdout: "", stderr: "" });
});

test("a program that can't be started fails with its reason", async () => {
  const { code, stderr } = await runCases("gone");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/no-such-program.*ENOENT/),
  });
});

test.each([
  [
    "an unknown name, naming the known ones",
    ["tell", "talk"],
    "Unknown: talk. Known: tell, gone, read, fail, long, type.",
  ],
  ["options for several", ["tell", "fail", "--loud"], "Options go to one case: --loud"],
  ["an option without a case", ["--loud"], "Unknown option '--loud'"],
])("%s: refused with exit code 2", async (_what, args, problem) => {
  const { code, stdout, stderr } = await runCases(...args);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(problem),
  });
});

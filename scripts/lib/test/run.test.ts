import { once } from "node:events";
import { expect, test } from "vitest";
import { run } from "../run.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startProgram } from "./program.ts";

const evaluate = (code: string) => ["--eval", code];

test("both streams are captured, to the last byte", async () => {
  const code = "process.stdout.write('out '); process.stderr.write('err')";
  const printed = await run("node", evaluate(code), { capture: true });
  expect(["out err", "errout "]).toContain(printed);
});

test("a failure holds what was printed, and the exit code", async () => {
  const failed = run("node", evaluate("console.log('half'); process.exit(3)"), { capture: true });
  await expect(failed).rejects.toMatchObject({
    message: "half\n\nnode --eval console.log('half'); process.exit(3) failed (exit 3)",
    exitCode: 3,
    isReported: false,
  });
});

test("what is shown can be kept for the error as well, outside a terminal", async () => {
  using folder = temporaryFolder("run-");
  const { ended } = startProgram(
    folder.path,
    `import { run } from "LIBrun.ts";
     const code = "console.log('out'); console.error('err'); process.exit(3)";
     await run("node", ["--eval", code], { keep: true }).catch(({ reason, message }) =>
       console.log(JSON.stringify([reason.trim().split("\\n").sort(), message.split(" ").pop()])));`,
  );
  expect(await ended).toEqual({
    code: 0,
    stdout: 'out\n[["err","out"],"3)"]\n',
    stderr: "err\n",
  });
});

test("a program that a signal ended has no exit code", async () => {
  const failed = run("node", evaluate("process.kill(process.pid, 'SIGKILL')"), { capture: true });
  await expect(failed).rejects.toMatchObject({
    exitCode: undefined,
    message: expect.stringContaining("failed (SIGKILL)"),
  });
});

test("a program that can't be started is named", async () => {
  await expect(run("no-such-program", ["--now"])).rejects.toMatchObject({
    message: "no-such-program --now failed (spawn no-such-program ENOENT)",
    exitCode: undefined,
    isReported: false,
  });
});

test("a program gets the environment and the folder that are given", async () => {
  using folder = temporaryFolder("run-");
  const env = { PATH: process.env.PATH, GIVEN: "yes" };
  const code = "console.log(process.env.GIVEN, process.env.HOME, process.cwd())";
  const printed = await run("node", evaluate(code), { capture: true, cwd: folder.path, env });
  expect(printed).toBe(`yes undefined ${folder.path}\n`);
});

test.each(["SIGINT", "SIGTERM"] as const)("the program ends when %s ends us", async (signal) => {
  using folder = temporaryFolder("run-");
  const { child, ended } = startProgram(
    folder.path,
    `import { run } from "LIBrun.ts";
     await run("node", ["--eval", "console.log(1); setInterval(() => {}, 1000)"]);`,
  );
  await once(child.stdout, "data");
  child.kill(signal);
  // Resolves when the program, which shares our output, has ended as well.
  expect((await ended).code).toBe(signal === "SIGINT" ? 130 : 143);
});

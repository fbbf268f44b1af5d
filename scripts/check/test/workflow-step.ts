/** Runs a step of a workflow as the runner does, with a program in place of `gh` that notes its calls. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { onTestFinished } from "vitest";
import { parse } from "yaml";

const workflows = new URL("../../../.github/workflows/", import.meta.url);

interface Step {
  name?: string;
  run?: string;
}

/** The script of a step. @throws when the workflow has no such step */
function scriptOf(workflow: string, stepName: string): string {
  const { jobs }: { jobs: Record<string, { steps: Step[] }> } = parse(
    readFileSync(new URL(workflow, workflows), "utf8"),
  );
  const steps = Object.values(jobs).flatMap(({ steps }) => steps);
  const script = steps.find(({ name }) => name === stepName)?.run;
  if (script === undefined) throw new Error(`${workflow} has no step "${stepName}"`);
  return script;
}

/** A folder that is removed with the test. */
export function makeFolder(): string {
  const folder = temporaryFolder("workflow-step-");
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
}

export interface StepResult {
  code: number | null;
  printed: string;
  /** What it wrote to GITHUB_OUTPUT. */
  output: string;
  /** The arguments of each call of `gh`. */
  calls: string[][];
}

/**
 * Runs a step in a folder.
 *
 * @param answers what `gh` prints, by the beginning of its arguments, or "exit 1"; nothing by default
 */
export function runStep(
  workflow: string,
  stepName: string,
  cwd: string,
  env: Record<string, string> = {},
  answers: Record<string, string> = {},
): StepResult {
  const tools = makeFolder();
  mkdirSync(join(tools, "bin"));
  const log = join(tools, "calls");
  const gh = `#!/usr/bin/env node
const { appendFileSync } = require("node:fs");
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + "\\n");
const answers = Object.entries(${JSON.stringify(answers)});
const answer = answers.find(([begin]) => args.join(" ").startsWith(begin))?.[1] ?? "";
if (answer === "exit 1") process.exit(1);
console.log(answer);
`;
  writeFileSync(join(tools, "bin/gh"), gh, { mode: 0o755 });
  const output = join(tools, "output");
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-e", "-c", scriptOf(workflow, stepName)],
    {
      cwd,
      encoding: "utf8",
      env: {
        ...process.env,
        PATH: `${join(tools, "bin")}${delimiter}${process.env.PATH}`,
        GITHUB_OUTPUT: output,
        GITHUB_REPOSITORY: "example/contract",
        ...env,
      },
    },
  );
  const lines = (file: string) =>
    existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  return {
    code: status,
    printed: `${stdout}${stderr}`,
    output: lines(output).join("\n"),
    calls: lines(log).map((line) => JSON.parse(line)),
  };
}

/** Runs git in a folder, as nobody in particular. */
export function git(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  return execFileSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

/**
 * Does what the READMEs tell people to do, to the letter, in a copy: each code block goes where its
 * step says, each command runs and must be green.
 *
 * Usage: npm run check -- walk
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the recipes stand: from their first line to the next one of its kind. */
const recipes = [
  { file: "README.md", from: "## Change the contract", to: "## " },
  { file: "spec/README.md", from: "**An enum value.**", to: "**" },
];

export type Action =
  | { kind: "insert"; file: string; where: "above" | "below"; line: string; block: string }
  | { kind: "command"; command: string }
  | { kind: "expect"; text: string };

/** What a README writes for each action, in the words that people read. */
const action =
  /(?<where>above|below) the line\s+`(?<line>[^`]+)`\s+of\s+\[[^\]]+\]\((?<file>[^)]+)\)[^`]*?\n\n(?<indent> *)```yaml\n(?<block>.*?)\n *```|`(?<command>(?:npm|git) [^`]+)`|\bhas `(?<text>[^`]+)`/gis;

/**
 * The actions of a recipe, in its order.
 *
 * @throws when the recipe isn't there, or has a code block of which it doesn't say where it goes
 */
export function readRecipe(markdown: string, from: string, to: string): Action[] {
  const start = markdown.indexOf(`\n${from}`);
  if (start < 0) throw new Error(`There is no recipe "${from}"`);
  const end = markdown.indexOf(`\n${to}`, start + 1 + from.length);
  const text = markdown.slice(start, end < 0 ? undefined : end);
  const actions = [...text.matchAll(action)].map(({ groups = {} }): Action => {
    const { where = "", line = "", file = "", indent = "", block = "", command } = groups;
    if (command !== undefined) return { kind: "command", command };
    if (groups.text !== undefined) return { kind: "expect", text: groups.text };
    const unindented = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    const side = where.toLowerCase() === "above" ? "above" : "below";
    return { kind: "insert", file, where: side, line, block: unindented };
  });
  const blocks = text.match(/^ *```\w/gm)?.length ?? 0;
  const placed = actions.filter(({ kind }) => kind === "insert").length;
  if (blocks !== placed)
    throw new Error(`"${from}": ${blocks} code blocks, ${placed} with a place`);
  return actions;
}

/** The text with the block beside the line. @throws when the line isn't there once */
export function insert(text: string, { where, line, block }: Action & { kind: "insert" }): string {
  const lines = text.split("\n");
  const found = lines.flatMap((candidate, index) => (candidate.trim() === line ? [index] : []));
  const [at = 0] = found;
  if (found.length !== 1) throw new Error(`the line "${line}" is there ${found.length} times`);
  lines.splice(where === "above" ? at : at + 1, 0, block);
  return lines.join("\n");
}

async function follow(workspace: WorkspaceCopy, file: string, actions: Action[]): Promise<void> {
  let output = "";
  for (const step of actions) {
    const begin = performance.now();
    if (step.kind === "insert") {
      const path = join(workspace.folder, dirname(file), step.file);
      if (!existsSync(path)) throw new Error(`${file} names ${step.file}, which is not there`);
      writeFileSync(path, insert(readFileSync(path, "utf8"), step));
      tell(`${step.file}, ${step.where} "${step.line}"`, begin);
    } else if (step.kind === "command") {
      const [program = "", ...args] = step.command.split(" ");
      output = await workspace.run(program, ...args);
      if (program === "git" && output === "") throw new Error(`${step.command} shows nothing`);
      tell(step.command, begin);
    } else if (!output.includes(step.text)) {
      throw new Error(`The output has no ${step.text}:\n${output}`);
    }
  }
  if ((await workspace.run("git", "status", "--porcelain", ".changeset")) === "") {
    throw new Error(`Who follows ${file} writes no changeset`);
  }
  await commitAll(workspace.run, `Follow ${file}`);
}

function tell(what: string, begin: number): void {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`  ${styleText("green", "✓")} ${what} ${styleText("dim", `${seconds} s`)}`);
}

if (import.meta.main) {
  readArguments();
  exitOnSignals();
  try {
    await using workspace = await copyWorkspace();
    for (const { file, from, to } of recipes) {
      console.log(`${file}: ${from}`);
      await follow(workspace, file, readRecipe(readFileSync(join(root, file), "utf8"), from, to));
    }
    console.log(`walk: ${recipes.length} recipes can be followed as they are written`);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

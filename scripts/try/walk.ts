/**
 * Follows the instructions of the READMEs to the letter in a copy: each code block goes where its step
 * says, each command runs and must succeed.
 *
 * Usage: npm run check -- walk
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { styleText } from "node:util";
import { main } from "@partner-center/lib/main";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";

const root = join(import.meta.dirname, "../..");

/** Where the recipes are: from a line that begins so to the next one of its kind. */
export const recipes = [
  { file: "README.md", from: "## Change the contract", to: "### " },
  { file: "README.md", from: "### Add an operation", to: "## " },
  { file: "spec/README.md", from: "**An enum value.**", to: "**" },
];

export type Action =
  | { kind: "insert"; file: string; where: "above" | "below"; line: string; block: string }
  | { kind: "create"; file: string; block: string }
  | { kind: "command"; command: string }
  | { kind: "expect"; text: string };

/** How a README words each action. */
const action =
  /(?:a new file,\s+`(?<created>[^`]+)`|(?<where>above|below) the line\s+`(?<line>[^`]+)`\s+of\s+\[[^\]]+\]\((?<file>[^)]+)\))[^`]*?\n\n(?<indent> *)```\w+\n(?<block>.*?)\n *```|`(?<command>(?:npm|git) [^`]+)`|\bhas `(?<text>[^`]+)`/gis;

/**
 * The actions of a recipe, in its order.
 *
 * @throws when there is no such recipe, or it has a code block without a place
 */
export function readRecipe(markdown: string, from: string, to: string): Action[] {
  const start = markdown.indexOf(`\n${from}`);
  if (start < 0) throw new Error(`There is no recipe "${from}"`);
  const end = markdown.indexOf(`\n${to}`, start + 1 + from.length);
  const recipe = markdown.slice(start, end < 0 ? undefined : end);
  const actions = [...recipe.matchAll(action)].map(({ groups = {} }): Action => {
    const { where = "", line = "", file = "", indent = "", created, command, text } = groups;
    if (command !== undefined) return { kind: "command", command };
    if (text !== undefined) return { kind: "expect", text };
    const block = (groups.block ?? "").replaceAll(new RegExp(`^${indent}`, "gm"), "");
    if (created !== undefined) return { kind: "create", file: created, block: `${block}\n` };
    const side = where.toLowerCase() === "above" ? "above" : "below";
    return { kind: "insert", file, where: side, line, block };
  });
  const blocks = recipe.match(/^ *```\w/gm)?.length ?? 0;
  const placed = actions.filter((step) => "block" in step).length;
  if (blocks === placed) return actions;
  throw new Error(`"${from}": ${blocks} code blocks, ${placed} with a place`);
}

/** The text with the block beside the line. @throws unless it has that line once */
export function insert(text: string, { where, line, block }: Action & { kind: "insert" }): string {
  const lines = text.split("\n");
  const found = lines.flatMap((each, index) => (each.trim() === line ? [index] : []));
  const [at = 0] = found;
  if (found.length !== 1) throw new Error(`the line "${line}" is there ${found.length} times`);
  lines.splice(where === "above" ? at : at + 1, 0, block);
  return lines.join("\n");
}

/** Does what a step says. @returns what its command printed */
async function perform(
  step: Exclude<Action, { kind: "expect" }>,
  { folder, run }: WorkspaceCopy,
): Promise<string> {
  if (step.kind === "command") {
    const [program = "", ...args] = step.command.split(" ");
    const output = await run(program, ...args);
    if (program === "git" && output === "") throw new Error(`${step.command} shows nothing`);
    return output;
  }
  const path = join(folder, step.file);
  if (step.kind === "create") writeFileSync(path, step.block, { flag: "wx" });
  else writeFileSync(path, insert(readFileSync(path, "utf8"), step));
  return "";
}

function describeStep(step: Action): string {
  if (step.kind === "command") return step.command;
  if (step.kind === "expect") return `has ${step.text}`;
  return step.kind === "create"
    ? `${step.file}, new`
    : `${step.file}, ${step.where} "${step.line}"`;
}

/** Follows a recipe of a README. @throws at the first step that fails */
async function follow(workspace: WorkspaceCopy, readme: string, actions: Action[]): Promise<void> {
  let output = "";
  for (const step of actions) {
    const begin = performance.now();
    if (step.kind === "expect") {
      if (!output.includes(step.text))
        throw new Error(`The output has no ${step.text}:\n${output}`);
    } else {
      const place = "file" in step ? { file: join(dirname(readme), step.file) } : {};
      output = await perform({ ...step, ...place }, workspace);
    }
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `  ${styleText("green", "✓")} ${describeStep(step)} ${styleText("dim", `${seconds} s`)}`,
    );
  }
  if ((await workspace.run("git", "status", "--porcelain", ".changeset")) === "") {
    throw new Error(`The steps of ${readme} write no changeset`);
  }
  await commitAll(workspace.run, `Follow ${readme}`);
}

await main(import.meta, {}, async () => {
  await using workspace = await copyWorkspace();
  for (const { file, from, to } of recipes) {
    console.log(`${file}: ${from}`);
    await follow(workspace, file, readRecipe(readFileSync(join(root, file), "utf8"), from, to));
  }
  console.log(`walk: ${recipes.length} recipes can be followed as they are written`);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Action, insert, readRecipe, recipes } from "../walk.ts";

const recipe = `# Things

## Change things

1. Below the line \`properties:\` of
   [\`things/Thing.yaml\`](things/Thing.yaml), add:

   \`\`\`yaml
     size:
       type: string
   \`\`\`

2. Describe it in a new file, \`things/{thing_id}.md\`:

   \`\`\`md
   # Size
   \`\`\`

3. Run \`npm start\`. Its output now has \`size\`.

## Other things

Run \`npm run other\`.
`;

test("a recipe has code blocks with their places, commands, and what their output has", () => {
  expect(readRecipe(recipe, "## Change things", "## ")).toEqual<Action[]>([
    {
      kind: "insert",
      where: "below",
      line: "properties:",
      file: "things/Thing.yaml",
      block: "  size:\n    type: string",
    },
    { kind: "create", file: "things/{thing_id}.md", block: "# Size\n" },
    { kind: "command", command: "npm start" },
    { kind: "expect", text: "size" },
  ]);
});

test("a block without a place, and a recipe that is not there, are errors", () => {
  const vague = recipe.replace("Below the line `properties:` of", "Somewhere in");
  expect(() => readRecipe(vague, "## Change things", "## ")).toThrow(
    '"## Change things": 2 code blocks, 1 with a place',
  );
  expect(() => readRecipe(recipe, "## Gone", "## ")).toThrow('no recipe "## Gone"');
});

const action = { kind: "insert", file: "", where: "above", line: "b:", block: "  x:" } as const;

test("a block goes above or below its line, which must be there once", () => {
  expect(insert("a:\n  b:\nc:", action)).toBe("a:\n  x:\n  b:\nc:");
  expect(insert("a:\n  b:\nc:", { ...action, where: "below" })).toBe("a:\n  b:\n  x:\nc:");
  expect(() => insert("a:\n", action)).toThrow('the line "b:" is there 0 times');
  expect(() => insert("b:\n b:", action)).toThrow('the line "b:" is there 2 times');
});

test.each(recipes)("$file asks for every step that a change needs", ({ file, from, to }) => {
  const markdown = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  const commands = readRecipe(markdown, from, to).flatMap((step) =>
    step.kind === "command" ? [step.command] : [],
  );
  const needed = [
    "npm start",
    "npm run check -- api --accept",
    "npm run semver -- --write",
    "npm test",
  ];
  expect(commands).toEqual(expect.arrayContaining(needed));
});

import { expect, test } from "vitest";
import { formatGithub } from "../format-github.ts";
import { formatFailure, formatMarkdown } from "../format-markdown.ts";
import type { LocatedChange } from "../gate.ts";
import type { Report } from "../report.ts";

const removed: LocatedChange = {
  rule: "member-removed",
  bump: "major",
  pointer: "/components/schemas/Order/properties/inventedA",
  place: "/components/schemas/Order/properties/inventedA",
  what: "`Order.inventedA` is removed",
  old: "a | b",
  affects: "both",
  judges: ["redocly", "types"],
  file: "spec/components/schemas/Order.yaml",
  line: 7,
};
const accepted: LocatedChange = {
  ...removed,
  bump: "minor",
  what: "inventedB: 100% of <b>, in\ntwo lines",
  old: "`x`",
  new: ["y"],
  accepted: "never sent",
  affects: "wire",
  file: "spec/a,b:c.yaml",
};
const report: Report = {
  compared: "since 1.1.0, from spec/released",
  release: "1.1.0",
  base: "spec/released",
  bump: { types: "major", client: "major", docs: "minor" },
  pending: { types: "minor", client: "minor", docs: "minor" },
  changes: [removed, accepted],
  notCompared: ["types not compared: no types can be made"],
  notes: ["The accepted break is not a change."],
  problems: [
    {
      message: "The pending changesets ask for too little.",
      advice: "Run:",
      command: "npx changeset add -m 'Breaking: `Order.inventedA` is removed.'",
    },
    {
      message: "It names a package that does not exist.",
      advice: "Correct it.",
      at: { file: ".changeset/x.md", line: 2 },
    },
  ],
};
const quiet: Report = {
  ...report,
  bump: { types: "none", client: "none", docs: "none" },
  changes: [],
  notCompared: [],
  notes: [],
  problems: [],
};

test("the summary has the verdict, what stops, each change with its place, and the diff folded", () => {
  expect(
    formatMarkdown(report, "@@ -1 +1 @@\n-  a: string;\n+```ts\n"),
  ).toBe(`## The contract asks for a major version, and the gate stops

since 1.1.0, from spec/released

- needed: types major, client major, docs minor
- pending: types minor, client minor, docs minor

**The pending changesets ask for too little.** Run:

\`\`\`sh
npx changeset add -m 'Breaking: \`Order.inventedA\` is removed.'
\`\`\`

**It names a package that does not exist.** Correct it. (\`.changeset/x.md:2\`)

- types not compared: no types can be made.
- The accepted break is not a change.

| bump | change | place | who is affected |
| --- | --- | --- | --- |
| **major** | \`Order.inventedA\` is removed<br>\`a \\| b\` → \`nothing\` | \`spec/components/schemas/Order.yaml:7\` | programs that talk to the service, and code that is compiled against the types (both) |
| minor | inventedB: 100% of &#60;b&#62;, in two lines<br>\`\` \`x\` \`\` → \`["y"]\`<br>accepted as no major version: never sent | \`spec/a,b:c.yaml:7\` | programs that talk to the service (wire) |

<details>
<summary>What changes in the types</summary>

\`\`\`\`diff
@@ -1 +1 @@
-  a: string;
+\`\`\`ts
\`\`\`\`

</details>
`);
});

test("a summary without changes is short, and one of many stays below GitHub's 1 MiB", () => {
  expect(formatMarkdown(quiet, "")).toBe(`## The contract asks for no new version

since 1.1.0, from spec/released

- needed: types none, client none, docs none
- pending: types minor, client minor, docs minor
`);
  const changes = Array.from({ length: 5000 }, () => ({ ...removed, old: "x".repeat(5000) }));
  const long = formatMarkdown({ ...report, changes }, "+ x\n".repeat(500_000));
  expect(Buffer.byteLength(long)).toBeLessThan(2 ** 20);
  expect(long).toContain("And 4500 more");
  expect(long).toContain("Cut here");
});

test("a failure of the gate is in the summary, too", () => {
  expect(formatFailure("a `failure`")).toBe("## The gate can't tell\n\n```\na `failure`\n```\n");
});

test("annotations point to file and line; what the changesets don't cover is an error", () => {
  expect(formatGithub(report).split("\n")).toEqual([
    "::error::The pending changesets ask for too little. Run:%0Anpx changeset add -m 'Breaking: `Order.inventedA` is removed.'",
    "::error file=.changeset/x.md,line=2::It names a package that does not exist. Correct it.",
    "::error file=spec/components/schemas/Order.yaml,line=7,title=major%3A member-removed::`Order.inventedA` is removed.%0Aold: a | b%0Anew: nothing%0Anoticed by programs that talk to the service, and code that is compiled against the types (both)",
    '::notice file=spec/a%2Cb%3Ac.yaml,line=7,title=minor%3A member-removed::inventedB: 100%25 of <b>, in%0Atwo lines.%0Aold: `x`%0Anew: ["y"]%0Anoticed by programs that talk to the service (wire)%0Aaccepted as no major version: never sent',
    "::warning::types not compared: no types can be made.",
    "::warning::The accepted break is not a change.",
    "since 1.1.0, from spec/released",
    "needed:   types major, client major, docs minor",
    "pending:  types minor, client minor, docs minor",
  ]);
});

test("a break that the changesets cover is a warning", () => {
  const [line] = formatGithub({ ...report, pending: report.bump, problems: [] }).split("\n");
  expect(line).toContain("::warning file=spec/components/schemas/Order.yaml,line=7,");
});

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { commitAll, copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";

let workspace: WorkspaceCopy;

beforeAll(async () => {
  workspace = await copyWorkspace();
}, 120_000);
afterAll(() => workspace?.[Symbol.asyncDispose](), 60_000);

const file = (path: string) => join(workspace.folder, path);
const read = (path: string) => readFileSync(file(path), "utf8");

function edit(path: string, search: string, replacement: string): void {
  expect(read(path)).toContain(search);
  writeFileSync(file(path), read(path).replace(search, replacement));
}

/** Runs the gate and resolves to what it printed, whether it passed or not. */
async function gate(...options: string[]): Promise<{ passed: boolean; output: string }> {
  try {
    const output = await workspace.run("node", "scripts/semver/semver.ts", ...options);
    return { passed: true, output };
  } catch (error) {
    return { passed: false, output: error instanceof Error ? error.message : String(error) };
  }
}

/** Adds a changeset as a maintainer would. */
async function addChangeset(bump: string, ...packages: string[]): Promise<void> {
  const names = packages.map((name) => `@partner-center/${name}`).join();
  await workspace.run("changeset", "add", `--${bump}`, names, "-m", "x");
}

async function release(): Promise<void> {
  await workspace.run("pnpm", "--filter", "@partner-center/spec", "run", "bundle");
  mkdirSync(file("spec/released"), { recursive: true });
  writeFileSync(file("spec/released/openapi.json"), read("spec/dist/openapi.json"));
  const script =
    'import { readFileSync, writeFileSync } from "node:fs";' +
    'import { declarationsOf } from "./scripts/semver/compare-types.ts";' +
    'const text = readFileSync("spec/released/openapi.json", "utf8");' +
    'writeFileSync("spec/released/openapi.d.ts", await declarationsOf({ name: "", text }));';
  await workspace.run("node", "--input-type=module", "--eval", script);
  removeChangesets();
  await commitAll(workspace.run, "Release");
}

function removeChangesets(): void {
  for (const name of readdirSync(file(".changeset"))) {
    if (name.endsWith(".md")) rmSync(file(`.changeset/${name}`));
  }
}

beforeEach(async () => {
  await workspace.run("git", "checkout", "--quiet", ".");
  await workspace.run("git", "clean", "--quiet", "-fd");
});

function addNote(name: string): void {
  edit(
    "spec/components/schemas/Order.yaml",
    "properties:\n",
    `properties:\n  ${name}:\n    type: string\n    description: x\n`,
  );
}

function removeSymbol(): void {
  const path = "spec/components/schemas/Order.yaml";
  const [property = ""] = / {2}currencySymbol:\n( {4}.*\n)+/.exec(read(path)) ?? [];
  edit(path, property, "");
}

/** Lets a test commit on a branch of its own, and move main. */
async function onBranch(name: string, work: () => Promise<void>): Promise<void> {
  const main = await workspace.run("git", "rev-parse", "main");
  await workspace.run("git", "switch", "--quiet", "--create", name);
  try {
    await work();
  } finally {
    await workspace.run("git", "switch", "--quiet", "--force", "main");
    await workspace.run("git", "reset", "--quiet", "--hard", main.trim());
  }
}

const forAll =
  '---\n"@partner-center/types": major\n"@partner-center/docs": major\n---\n\nFirst release.\n';

test("before the first release the merge base with main counts, and --write writes", {
  timeout: 120_000,
}, async () => {
  rmSync(file("spec/released"), { recursive: true, force: true });
  removeChangesets();
  writeFileSync(file(".changeset/first.md"), forAll);
  await commitAll(workspace.run, "Before the first release");
  const before = await gate();
  expect(before.output).toContain("compared with the merge base with main, ");
  expect(before.output).toContain("needed:   types none, client none, docs none");
  expect(before.passed).toBe(true);

  addNote("inventedFirst");
  const asked = await gate();
  expect(asked.passed).toBe(false);
  // The changeset on main is about something else.
  expect(asked.output).toContain("pending:  types none, client none, docs none");
  expect((await gate("--write")).output).toContain("Wrote .changeset/contract.md");
  expect((await gate()).passed).toBe(true);

  // On a branch of its own it is the same, committed or not.
  await workspace.run("git", "switch", "--quiet", "--create", "topic");
  await commitAll(workspace.run, "Add a note");
  const { passed, output } = await gate();
  expect(output).toContain("`Order.inventedFirst` is new");
  expect(passed).toBe(true);

  // Merged, it is part of the base, and its changeset stays as it is.
  await workspace.run("git", "branch", "--force", "main");
  await workspace.run("git", "switch", "--quiet", "main");
  addNote("inventedSecond");
  expect((await gate("--write")).output).toContain("Wrote .changeset/contract-2.md");
  expect(read(".changeset/contract.md")).toContain("- `Order.inventedFirst` is new.");
  expect(read(".changeset/contract-2.md")).toContain("- `Order.inventedSecond` is new.");
});

test("without .git nothing is compared before the first release, and the gate says so", {
  timeout: 60_000,
}, async () => {
  renameSync(file(".git"), file("git-of-the-copy"));
  try {
    expect(await gate()).toEqual({
      passed: true,
      output:
        "Not compared: nothing was released yet, and the main branch, to compare with, is missing here; a git clone has it.\n",
    });
  } finally {
    renameSync(file("git-of-the-copy"), file(".git"));
  }
  await release();
});

test("nothing changed: no changeset is asked for", { timeout: 60_000 }, async () => {
  const { passed, output } = await gate();
  expect(output).toContain("needed:   types none, client none, docs none");
  expect(passed).toBe(true);
});

test("a break without a changeset is stopped, by file and line, with the command that fixes it", {
  timeout: 60_000,
}, async () => {
  const line = read("spec/components/schemas/Order.yaml").split("\n").indexOf("properties:") + 1;
  removeSymbol();
  const { passed, output } = await gate();
  expect(passed).toBe(false);
  expect(output).toContain(
    `major  spec/components/schemas/Order.yaml:${line}\n       \`Order.currencySymbol\` is removed`,
  );
  expect(output).toContain("new: nothing");
  expect(output).toContain("(both)");
  expect(output).toContain("failed (exit 1)");

  const command = /npx (changeset add .*)$/m.exec(output)?.[1] ?? "";
  expect(command).toBe(
    "changeset add --major @partner-center/types,@partner-center/client " +
      "--minor @partner-center/docs -m 'Breaking: `Order.currencySymbol` is removed.'",
  );
  await workspace.run("bash", "-c", command);
  expect((await gate()).passed).toBe(true);
});

test("a changeset that asks for too little is not enough", { timeout: 60_000 }, async () => {
  removeSymbol();
  await addChangeset("minor", "client", "docs");
  const { passed, output } = await gate();
  expect(passed).toBe(false);
  // Types and client are released together: a changeset for one is one for both.
  expect(output).toContain("pending:  types minor, client minor, docs minor");
  expect(output).toContain("changeset add --major @partner-center/types,@partner-center/client -m");
});

test("--write writes the changeset for the person who upgrades", { timeout: 60_000 }, async () => {
  removeSymbol();
  addNote("inventedNote");
  edit("spec/components/schemas/Link.yaml", "description:", "description: Changed.\nx-old:");
  expect((await gate("--write")).output).toContain("Wrote .changeset/contract.md");
  expect(read(".changeset/contract.md")).toBe(`---
"@partner-center/types": major
"@partner-center/client": major
"@partner-center/docs": minor
---

The contract changed:

- **Breaking:** \`Order.currencySymbol\` is removed.
- \`Order.inventedNote\` is new.
- The documentation of \`Link\` is up to date.
`);
  expect((await gate()).passed).toBe(true);
});

test("more than is needed is a warning", { timeout: 60_000 }, async () => {
  edit("spec/components/schemas/OrderStatus.yaml", "enum:\n", "enum:\n  - invented_status\n");
  await addChangeset("major", "types", "docs");
  const { passed, output } = await gate();
  expect(passed).toBe(true);
  expect(output).toContain(
    "warning: The changesets ask for major of types; the contract for minor.",
  );
});

test("an accepted break asks for minor, and fails once it has expired", {
  timeout: 60_000,
}, async () => {
  removeSymbol();
  const record = {
    rule: "member-removed",
    place: "/components/schemas/Order/properties/currencySymbol",
    reason: "the service never sent it",
    expires: "2999-12-31",
  };
  const accepted = file("scripts/semver/accepted-breaks.json");
  writeFileSync(accepted, JSON.stringify([record]));
  const minor = await gate();
  expect(minor.output).toContain("accepted as no major version: the service never sent it");
  expect(minor.output).toContain("needed:   types minor, client minor, docs minor");

  writeFileSync(accepted, JSON.stringify([{ ...record, expires: "2020-01-01" }]));
  const { passed, output } = await gate("--write");
  expect(passed).toBe(false);
  expect(output).toContain("expired on 2020-01-01");
});

test("a contract that can't be bundled, or a release that can't be read, is an error", {
  timeout: 60_000,
}, async () => {
  await onBranch("broken", async () => {
    writeFileSync(file("spec/released/openapi.json"), "{");
    await commitAll(workspace.run, "Break the release");
    await workspace.run("git", "branch", "--force", "main");
    expect((await gate()).output).toContain("failed (exit 2)");
  });
  expect((await gate("--registry", "http://127.0.0.1:9")).output).toContain(
    "The last release can't be read: http://127.0.0.1:9/@partner-center%2ftypes can't be reached",
  );
  edit("spec/openapi.yaml", "openapi: 3.1.0", "openapi: [");
  expect((await gate()).output).toMatch(/redocly bundle failed.*failed \(exit 2\)/s);
});

test("a pull request that edits spec/released lowers no verdict", {
  timeout: 60_000,
}, async () => {
  await onBranch("edits-the-release", async () => {
    removeSymbol();
    const contract = JSON.parse(read("spec/released/openapi.json"));
    delete contract.components.schemas.Order.properties.currencySymbol;
    writeFileSync(file("spec/released/openapi.json"), JSON.stringify(contract));
    const types = read("spec/released/openapi.d.ts");
    const without = types.replace(/ +currencySymbol\?: string;\n/, "");
    expect(without).not.toBe(types);
    writeFileSync(file("spec/released/openapi.d.ts"), without);
    await commitAll(workspace.run, "Remove a property, and from the release, too");
    const { passed, output } = await gate();
    expect(passed).toBe(false);
    expect(output).toContain("`Order.currencySymbol` is removed");
    expect(output).toContain("warning: This branch edits spec/released");
  });
});

test("the release's pull request asks for what its versions say", {
  timeout: 120_000,
}, async () => {
  await onBranch("release/main", async () => {
    removeSymbol();
    await addChangeset("major", "types", "docs");
    await commitAll(workspace.run, "Remove a property");
    await workspace.run("git", "branch", "--force", "main");
    await workspace.run("changeset", "version");
    await workspace.run("pnpm", "--filter", "@partner-center/spec", "run", "bundle");
    writeFileSync(file("spec/released/openapi.json"), read("spec/dist/openapi.json"));
    await commitAll(workspace.run, "Version");
    const { passed, output } = await gate();
    expect(output).toContain("needed:   types major, client major, docs minor");
    expect(output).toContain("pending:  types major, client major, docs major");
    expect(passed).toBe(true);
    expect(output).not.toContain("warning: This branch edits");
  });
});

test("reviewers get annotations with file and line, and a summary with the diff of the types", {
  timeout: 60_000,
}, async () => {
  const line = read("spec/components/schemas/Order.yaml").split("\n").indexOf("properties:") + 1;
  removeSymbol();
  const { passed, output } = await gate("--format=github", "--summary=summary.md");
  expect(passed).toBe(false);
  const place = `file=spec/components/schemas/Order.yaml,line=${line}`;
  const title = "title=major%3A member-removed";
  expect(output).toContain(`::error ${place},${title}::\`Order.currencySymbol\` is removed.%0A`);
  expect(output).toMatch(
    /^::error::The pending changesets ask for too little\..*%0Anpx changeset/m,
  );
  const summary = read("summary.md");
  expect(summary).toContain("## The contract asks for a major version, and the gate stops");
  expect(summary).toContain(`| \`spec/components/schemas/Order.yaml:${line}\` |`);
  expect(summary).toMatch(/<details>.*^- {4}currencySymbol\?: string;$.*<\/details>/ms);
  // A failure is told in both places, too.
  const failed = await gate("--registry=http://127.0.0.1:9", "--format=github", "--summary=x.md");
  expect(failed.output).toMatch(/^::error::The last release can't be read/m);
  expect(read("x.md")).toContain("The last release can't be read");
});

test("any two contracts can be asked about, as JSON", { timeout: 60_000 }, async () => {
  const contract = JSON.parse(read("spec/released/openapi.json"));
  delete contract.components.schemas.Order.properties.currencySymbol;
  writeFileSync(file("other.json"), JSON.stringify(contract, undefined, 2));
  const { output } = await gate(
    "--base=spec/released/openapi.json",
    "--revision=other.json",
    "--format=json",
  );
  expect(JSON.parse(output)).toMatchObject({
    bump: { types: "major", client: "major", docs: "minor" },
    changes: [{ rule: "member-removed", affects: "both", file: "other.json" }],
  });
});

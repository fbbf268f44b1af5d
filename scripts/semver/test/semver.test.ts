import { renameSync, rmSync, writeFileSync } from "node:fs";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { expect } from "vitest";
import { gateInCopy } from "./gate-in-copy.ts";

const {
  addChangeset,
  addNote,
  commit,
  edit,
  file,
  gate,
  onBranch,
  read,
  release,
  removeChangesets,
  removeSymbol,
  run,
} = gateInCopy();

const forAll =
  '---\n"@partner-center/types": major\n"@partner-center/docs": major\n---\n\nFirst release.\n';

test("before the first release the merge base with main counts, and --write writes", async () => {
  rmSync(file("spec/released"), { recursive: true, force: true });
  removeChangesets();
  writeFileSync(file(".changeset/first.md"), forAll);
  await commit("Before the first release");
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
  await run("git", "switch", "--quiet", "--create", "topic");
  await commit("Add a note");
  const { passed, output } = await gate();
  expect(output).toContain("`Order.inventedFirst` is new");
  expect(passed).toBe(true);

  // Merged, it is part of the base, and its changeset stays as it is.
  await run("git", "branch", "--force", "main");
  await run("git", "switch", "--quiet", "main");
  addNote("inventedSecond");
  expect((await gate("--write")).output).toContain("Wrote .changeset/contract-2.md");
  expect(read(".changeset/contract.md")).toContain("- `Order.inventedFirst` is new.");
  expect(read(".changeset/contract-2.md")).toContain("- `Order.inventedSecond` is new.");
});

test("without .git nothing is compared before the first release, and the gate says so", async () => {
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

test("nothing changed: no changeset is asked for", async () => {
  const { passed, output } = await gate();
  expect(output).toContain("needed:   types none, client none, docs none");
  expect(passed).toBe(true);
});

test("a break without a changeset is stopped, by file and line, with the command that fixes it", async () => {
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
  await run("bash", "-c", command);
  expect((await gate()).passed).toBe(true);
});

test("a changeset that asks for too little is not enough", async () => {
  removeSymbol();
  await addChangeset("minor", "client", "docs");
  const { passed, output } = await gate();
  expect(passed).toBe(false);
  // Types and client are released together: a changeset for one is one for both.
  expect(output).toContain("pending:  types minor, client minor, docs minor");
  expect(output).toContain("changeset add --major @partner-center/types,@partner-center/client -m");
});

test("--write writes the changeset for the person who upgrades", async () => {
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

test("more than is needed is a warning", async () => {
  edit("spec/components/schemas/OrderStatus.yaml", "enum:\n", "enum:\n  - invented_status\n");
  await addChangeset("major", "types", "docs");
  const { passed, output } = await gate();
  expect(passed).toBe(true);
  expect(output).toContain(
    "warning: The changesets ask for major of types; the contract for minor.",
  );
});

test("an accepted break asks for minor, and fails once it has expired", async () => {
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

test("a contract that can't be bundled, or a release that can't be read, is an error", async () => {
  await onBranch("broken", async () => {
    writeFileSync(file("spec/released/openapi.json"), "{");
    await commit("Break the release");
    await run("git", "branch", "--force", "main");
    expect((await gate()).output).toContain("failed (exit 2)");
  });
  expect((await gate("--registry", "http://127.0.0.1:9")).output).toContain(
    "The last release can't be read: http://127.0.0.1:9/@partner-center%2ftypes can't be reached",
  );
  edit("spec/openapi.yaml", "openapi: 3.1.0", "openapi: [");
  expect((await gate()).output).toMatch(/redocly bundle failed.*failed \(exit 2\)/s);
});

test("any two contracts can be asked about, as JSON", async () => {
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

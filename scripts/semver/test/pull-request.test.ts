import { writeFileSync } from "node:fs";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { beforeAll, expect } from "vitest";
import { gateInCopy } from "./gate-in-copy.ts";

const { addChangeset, commit, file, gate, onBranch, read, release, removeSymbol, run } =
  gateInCopy();

beforeAll(release);

test("a pull request that edits spec/released lowers no verdict", async () => {
  await onBranch("edits-the-release", async () => {
    removeSymbol();
    const contract = JSON.parse(read("spec/released/openapi.json"));
    delete contract.components.schemas.Order.properties.currencySymbol;
    writeFileSync(file("spec/released/openapi.json"), JSON.stringify(contract));
    const types = read("spec/released/openapi.d.ts");
    const without = types.replace(/ +currencySymbol\?: string;\n/, "");
    expect(without).not.toBe(types);
    writeFileSync(file("spec/released/openapi.d.ts"), without);
    await commit("Remove a property, and from the release, too");
    const { passed, output } = await gate();
    expect(passed).toBe(false);
    expect(output).toContain("`Order.currencySymbol` is removed");
    expect(output).toContain("warning: This branch edits spec/released");
  });
});

test("the release's pull request asks for what its versions say", async () => {
  await onBranch("release/main", async () => {
    removeSymbol();
    await addChangeset("major", "types", "docs");
    await commit("Remove a property");
    await run("git", "branch", "--force", "main");
    await run("changeset", "version");
    await run("pnpm", "--filter", "@partner-center/spec", "run", "bundle");
    writeFileSync(file("spec/released/openapi.json"), read("spec/dist/openapi.json"));
    await commit("Version");
    const { passed, output } = await gate();
    expect(output).toContain("needed:   types major, client major, docs minor");
    expect(output).toContain("pending:  types major, client major, docs major");
    expect(passed).toBe(true);
    expect(output).not.toContain("warning: This branch edits");
  });
});

test("reviewers get annotations with file and line, and a summary with the diff of the types", async () => {
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

test("a changeset for a package that does not exist is refused, with its file", async () => {
  const name = "@partner-center/invented-typo";
  writeFileSync(file(".changeset/wrong.md"), `---\n"${name}": patch\n---\n\nx\n`);
  const { passed, output } = await gate();
  expect(passed).toBe(false);
  expect(output).toContain(
    `.changeset/wrong.md:2: The changeset .changeset/wrong.md is for ${name}, which is not a package`,
  );
  expect((await gate("--format=github")).output).toMatch(
    /^::error file=\.changeset\/wrong\.md,line=2::The changeset/m,
  );
});

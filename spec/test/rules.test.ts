import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { isObject, type JsonObject, specFolder } from "../contract.ts";
import { bundleContract, redocly, redoclyConfig } from "../redocly.ts";
import plugin from "../rules/plugin.ts";

const temporary = temporaryFolder("rules-");
afterAll(() => temporary[Symbol.dispose]());
const folder = temporary.path;

const clean = { errors: 0, warnings: 0, ignored: 0 };
const fixturesFolder = join(specFolder, "rules", "fixtures");
const { rules } = readYaml(join(specFolder, "redocly.yaml"));
const ownRules = Object.keys(rules).filter((name) => /^(rule|contract)\//.test(name));

describe("the contract keeps every rule", () => {
  test.concurrent("in its source files", async () => {
    expect(await lint(join(specFolder, "openapi.yaml"))).toMatchObject({
      totals: clean,
      problems: [],
    });
  });

  test.concurrent("as one bundle", async () => {
    const file = join(folder, "bundle.json");
    writeFileSync(file, await bundleContract());
    expect(await lint(file)).toMatchObject({ totals: clean, problems: [] });
  });
});

describe("each rule of our own", () => {
  test("has a fixture, and each fixture a rule", () => {
    const fixtures = readdirSync(fixturesFolder).filter((file) => file !== "sound.yaml");
    expect(fixtures.sort()).toEqual(ownRules.map((rule) => `${basename(rule)}.yaml`).sort());
  });

  test("is switched on", () => {
    const { id, rules } = plugin();
    expect(ownRules).toEqual(
      expect.arrayContaining(Object.keys(rules.oas3).map((name) => `${id}/${name}`)),
    );
  });

  test.concurrent("passes the sound contract", async () => {
    expect(await lint(join(fixturesFolder, "sound.yaml"))).toMatchObject({ totals: clean });
  });

  test.concurrent.each(ownRules)("%s fails its fixture, and no other rule does", async (rule) => {
    const name = `${basename(rule)}.yaml`;
    const sound = readYaml(join(fixturesFolder, "sound.yaml"));
    const file = join(folder, name);
    writeFileSync(file, stringify(applyPatch(sound, readYaml(join(fixturesFolder, name)))));
    const { problems } = await lint(file);
    expect([...new Set(problems.map(({ ruleId }) => ruleId))]).toEqual([rule]);
  });

  test.concurrent("lets a request body require properties, until a response has its schema", async () => {
    const sound = readYaml(join(fixturesFolder, "sound.yaml"));
    const part = {
      description: "A part of it.",
      allOf: [{ $ref: "#/components/schemas/NewThing" }],
    };
    const patch = { components: { schemas: { Thing: { properties: { part } } } } };
    const file = join(folder, "shared.yaml");
    writeFileSync(file, stringify(applyPatch(sound, patch)));
    const { problems } = await lint(file);
    const location = [{ pointer: "#/components/schemas/NewThing/required" }];
    const message = expect.stringContaining("give the body a schema of its own");
    expect(problems).toMatchObject([
      { ruleId: "contract/no-required-properties", message, location },
    ]);
  });

  test.concurrent("sees a component that is a file of its own", async () => {
    const copy = join(folder, "source");
    for (const part of ["openapi.yaml", "paths", "components"]) {
      cpSync(join(specFolder, part), join(copy, part), { recursive: true });
    }
    const file = join(copy, "components", "schemas", "Pricing.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^x-dotnet-type:.*\n/m, ""));
    const { problems } = await lint(join(copy, "openapi.yaml"));
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(["contract/schema-origin"]);
  });
});

interface LintResult {
  totals: typeof clean;
  problems: { ruleId: string; message: string; location: { pointer: string }[] }[];
}

async function lint(file: string): Promise<LintResult> {
  const { stdout } = await redocly.run("lint", file, `--config=${redoclyConfig}`, "--format=json");
  return JSON.parse(stdout);
}

function readYaml(file: string): JsonObject & { rules: JsonObject } {
  return parse(readFileSync(file, "utf8"));
}

/** JSON merge patch: objects are merged, null removes, everything else replaces. */
function applyPatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = applyPatch(merged[key], value);
  }
  return merged;
}

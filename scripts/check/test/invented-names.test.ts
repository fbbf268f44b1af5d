/**
 * Tests, the corpus and release stories use names that the contract does not have. Such names begin
 * with `invented`, which the contract never uses: otherwise a test would fail on the day on which the
 * contract gains its name.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isObject,
  type JsonObject,
  openEnumOf,
  parseContract,
  readBundle,
  resolve,
  schemasOf,
} from "@partner-center/spec";
import { expect, test } from "vitest";
import { corpus } from "../../semver/corpus/corpus.ts";
import { findBodyNames } from "./find-body-names.ts";

const root = join(import.meta.dirname, "../../..");
const bundle = readBundle();
const contract = parseContract(bundle);

const isInvented = (name: string) => /(?:^|[/{"])invented|_invented$/i.test(name);

/** Places of a contract that name what is in them. */
const maps = ["paths", "schemas", "parameters", "headers", "examples", "properties"];

/**
 * All names of a contract by their place: keys of its maps, enum values, names of parameters. Within
 * an invented part any name is fine.
 */
function namesIn(value: unknown, place = "", into = new Map<string, string>()) {
  const kind = place.slice(place.lastIndexOf("/") + 1);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (kind === "enum" && typeof item === "string") into.set(`${place} ${item}`, item);
      else namesIn(item, `${place}/${index}`, into);
    }
  } else if (isObject(value)) {
    if (typeof value.in === "string") into.set(`parameter ${value.name}`, String(value.name));
    for (const [key, inside] of Object.entries(value)) {
      const isName = maps.includes(kind);
      const at = `${place}/${key.replaceAll("/", "~1")}`;
      if (isName) into.set(at, key);
      if (!(isName && isInvented(key))) namesIn(inside, at, into);
    }
  }
  return into;
}

const known = namesIn(contract);
const knownNames = new Set([...known.values()].map((name) => name.toLowerCase()));

/** The files of the check `growth`, whose copy of the contract has their names. */
const additions = globSync("scripts/try/growth/spec/**/*.yaml", { cwd: root })
  .flatMap((file) => [file, readFileSync(join(root, file), "utf8")])
  .join("\n")
  .toLowerCase();

test("the contract itself has no invented name, but for those that a grown copy gains", () => {
  const found = [...knownNames].filter(isInvented);
  expect(found.filter((name) => !additions.includes(name))).toEqual([]);
});

test("names that the corpus adds to the contract are invented", () => {
  const found = corpus.flatMap(({ title, given, edit }) => {
    const changed: JsonObject = JSON.parse(bundle);
    given?.(changed);
    const before = namesIn(changed);
    edit(changed);
    return [...namesIn(changed)]
      .filter(([place, name]) => !before.has(place) && !isInvented(name))
      .filter(([, name]) => !knownNames.has(name.toLowerCase()))
      .map(([place]) => `${title}: ${place}`);
  });
  expect(found).toEqual([]);
});

const declared = Object.entries(schemasOf(contract)).flatMap(([name, schema]) =>
  isInvented(name) ? [] : Object.entries(schema.properties ?? {}),
);
const properties = new Set(declared.map(([name]) => name));
const openEnums = new Set(
  declared.filter(([, schema]) => openEnumOf(resolve(contract, schema))).map(([name]) => name),
);
/** Case does not count, and "a/b" or "of tomorrow" is not a name. */
const isKnownOrNoName = (name: string) =>
  knownNames.has(name.toLowerCase()) || !/^[\w-]+$/.test(name);

test("names that tests and stories put into orders or the contract are known or invented", () => {
  const exclude = ["**/node_modules/**", "**/dist/**"];
  const groups = [
    "{scripts,spec,packages/*}/**/*.test.ts",
    "{scripts,packages/*}/**/*.test-d.ts",
    "packages/client/situations/*.ts",
    "scripts/release/*.ts",
  ].map((pattern) => globSync(pattern, { cwd: root, exclude }));
  expect(groups.filter((files) => files.length === 0)).toEqual([]);
  const found = groups.flat().flatMap((file) =>
    findBodyNames(file, readFileSync(join(root, file), "utf8"), properties, openEnums)
      .filter(({ name }) => !isKnownOrNoName(name) && !isInvented(name))
      .map(({ name, line }) => `${file}:${line} ${name}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["a property of an order", 'expect(read({ lineItems: [], gift: "a bow" }))', "gift"],
  ["a property that is spread into one", 'const odd = { ...base, gift: "a bow" };', "gift"],
  [
    "a property that the contract is said to lack",
    '[{ gift: 1 }, "is not in the contract"]',
    "gift",
  ],
  ["a status of an order", 'const order = { lineItems: [], status: "lost" };', "lost"],
  [
    "a property in YAML",
    'edit("properties:\\n", "properties:\\n  gift:\\n    type: string\\n")',
    "gift",
  ],
  ["an enum value in YAML", "edit(`enum:\n  - lost\n`)", "lost"],
])("%s is found", (_what, code, name) => {
  const found = findBodyNames("a.ts", code, properties, openEnums).map((one) => one.name);
  expect(found).toContain(name);
});

import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import {
  type Contract,
  isObject,
  operationsOf,
  parametersOf,
  parseContract,
  schemasOf,
} from "@partner-center/spec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrokenLinks } from "../checks/find-broken-links.ts";
import { findRepeatedIds } from "../checks/repeated-ids.ts";
import { anchorsIn, pagePaths, readDist, readPage } from "../checks/site-pages.ts";
import { findTwinGaps } from "../checks/twin-gaps.ts";
import { raw, textOf } from "../page/html.ts";
import { renderMarkdown } from "../page/markdown.ts";
import { placesIn } from "../sources/reference/places.ts";

const contracts = fileURLToPath(new URL("../../../spec/test/contracts/", import.meta.url));
const build = fileURLToPath(new URL("../build.ts", import.meta.url));

const unshown: Record<string, string> = {
  "agreements.yaml": "",
  "marketplace.yaml":
    "not shown on the pages, see the Redoc page: callbacks 1, contentMediaType 2, propertyNames 1, unevaluatedProperties 1, webhooks 1",
};

test("every fixture is one that is tried here", () => {
  expect(globSync("*.yaml", { cwd: contracts }).sort()).toEqual(Object.keys(unshown));
});

describe.each(Object.keys(unshown))("of %s", (file) => {
  const folder = temporaryFolder("other-contract-");
  const site = join(folder.path, "site");
  let contract: Contract;
  let printed: string;

  beforeAll(async () => {
    const args = [build, "--contract", join(contracts, file), "--out", site];
    printed = await run(process.execPath, args, { capture: true });
    contract = parseContract(readDist("openapi.json", site));
  });

  afterAll(() => folder[Symbol.dispose]());

  const page = (path: string) => textOf(raw(readPage(path, site)));

  test("every operation and every schema has a page of its own", () => {
    const places = placesIn(contract);
    const paths = [
      ...operationsOf(contract).map(places.operation),
      ...Object.keys(schemasOf(contract)).map(places.schema),
    ];
    expect(pagePaths(site).sort()).toEqual(["", ...paths].sort());
  });

  test("the site is called like the contract, and says nothing of ours", () => {
    const { title } = contract.info;
    expect(readPage("", site)).toContain(`<a class="home" href="./">${title}</a>`);
    expect(readDist("llms.txt", site).startsWith(`# ${title}\n`)).toBe(true);
    for (const path of pagePaths(site)) expect(page(path)).not.toContain("Partner Center");
  });

  test("every property has an anchor, and stands where its schema is described", () => {
    const places = placesIn(contract);
    const described: [path: string, schema: unknown][] = [
      ...operationsOf(contract).map(({ operation, ...placed }): [string, unknown] => [
        places.operation({ operation, ...placed }),
        [operation.requestBody, operation.responses],
      ]),
      ...Object.entries(schemasOf(contract)).map(([name, schema]): [string, unknown] => [
        places.schema(name),
        schema,
      ]),
    ];
    const missing = described.flatMap(([path, schema]) => {
      const anchors = anchorsIn(readPage(path, site)).map((anchor) => anchor.replace(/~\d*$/, ""));
      const ends = new Set(anchors.map((anchor) => anchor.split(".").at(-1)));
      return propertiesIn(schema)
        .filter((name) => !ends.has(name))
        .map((name) => `${path}#${name}`);
    });
    expect(missing).toEqual([]);
  });

  test("every description, value and parameter is on a page", () => {
    const all = pagePaths(site).map(page).join("\n");
    const said = [...wordsIn({ ...contract, webhooks: undefined })].filter(
      (text) => !all.includes(text) && !all.includes(textOf(renderMarkdown(text))),
    );
    expect(said).toEqual([]);
    for (const placed of operationsOf(contract)) {
      const text = page(placesIn(contract).operation(placed));
      for (const { name } of parametersOf(contract, placed)) expect(text).toContain(name);
    }
  });

  test("no link is broken, no id given twice, and each twin says what its page says", () => {
    expect(findBrokenLinks(site)).toEqual([]);
    expect(findRepeatedIds(site)).toEqual([]);
    expect(findTwinGaps(site)).toEqual([]);
  });

  test("what is not shown is counted by name, and its page leads to Redoc", () => {
    expect(printed.trim()).toBe(unshown[file]);
    for (const [, keyword = ""] of printed.matchAll(/ (\w+) \d+/g)) {
      const noted = pagePaths(site).filter((path) =>
        new RegExp(`Not shown on this page: [^.]*\\b${keyword}\\b`).test(page(path)),
      );
      expect(noted, keyword).not.toEqual([]);
      for (const path of noted) expect(readPage(path, site)).toMatch(/href="[./]*redoc\/"/);
    }
    const [back] = /<nav class="back".*?<\/nav>/s.exec(readPage("redoc/", site)) ?? [];
    expect(back?.match(/href="[^"]*"/g)).toEqual(['href="../"']);
  });
});

/** The names of the properties that are described in place, not those of definitions. */
function propertiesIn(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => propertiesIn(each));
  if (!isObject(value) || ["example", "examples", "callbacks"].includes(key)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name !== "properties" || !isObject(part)) return propertiesIn(part, name);
    return Object.entries(part).flatMap(([property, schema]) => [
      property,
      ...propertiesIn(schema),
    ]);
  });
}

/** The descriptions and summaries, the values of enums, the defaults. */
function wordsIn(value: unknown, key = "", into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const each of value) wordsIn(each, key, into);
  } else if (isObject(value)) {
    if (["example", "examples", "callbacks", "propertyNames"].includes(key)) return into;
    for (const [name, part] of Object.entries(value)) wordsIn(part, name, into);
  } else if (["description", "summary", "enum", "default", "pattern"].includes(key)) {
    into.add(String(value));
  }
  return into;
}

/**
 * Says whether the contract is translated in full: every text has its translation, every target of
 * the overlay matches something, and the localised contract differs from the contract in texts alone.
 *
 * Usage: node checks/check-translation.ts [LANGUAGE]        (pl when left out; exits 1 on findings)
 */

import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import { parse, stringify } from "yaml";
import { redocly } from "./redocly.ts";

export interface Overlay {
  actions: { target: string; [member: string]: unknown }[];
}

const textKeys = ["title", "summary", "description"];

/** Members that hold data or names, whatever their own members are called. */
const dataKeys = ["value", "example", "examples", "enum", "default", "const", "license"];

/** Members whose own members are named by the contract's author: `description` may be one of them. */
const mapKeys = [
  "properties",
  "schemas",
  "parameters",
  "headers",
  "responses",
  "examples",
  "paths",
];

/** What is wrong with a translation, a sentence each. */
export async function checkTranslation(contract: unknown, overlay: Overlay): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "translation-"));
  try {
    const base = join(folder, "base.json");
    writeFileSync(base, JSON.stringify(contract));
    let parts = 0;
    const apply = async (part: Overlay): Promise<unknown> => {
      parts += 1;
      const file = join(folder, `overlay-${parts}.yaml`);
      writeFileSync(file, stringify(part));
      return JSON.parse(await redocly("bundle", base, `--overlay=${file}`, "--ext=json"));
    };
    const [idle, plain, localised] = await Promise.all([
      findIdleTargets(overlay, apply),
      apply({ ...overlay, actions: [] }),
      apply(overlay),
    ]);
    return [...idle, ...compare(plain, localised)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `redocly bundle` says nothing of a target that matches nothing, so a mark is sent to each. */
async function findIdleTargets(
  overlay: Overlay,
  apply: (overlay: Overlay) => Promise<unknown>,
): Promise<string[]> {
  const mark = (index: number) => `x-target-${index}`;
  const actions = overlay.actions.map(({ target }, index) => ({
    target,
    update: { [mark(index)]: true },
  }));
  const marked = JSON.stringify(await apply({ ...overlay, actions }));
  return overlay.actions
    .filter((_action, index) => !marked.includes(`"${mark(index)}"`))
    .map(({ target }) => `The target ${target} matches nothing in the contract.`);
}

function compare(base: unknown, localised: unknown): string[] {
  const texts = new Map(textsOf(base));
  const translated = new Map(textsOf(localised));
  const missing = [...texts]
    .filter(([place, text]) => translated.get(place) === text)
    .map(([place, text]) => `${place} has no translation: ${text}`);
  const differs = JSON.stringify(withoutTexts(base)) !== JSON.stringify(withoutTexts(localised));
  const added = [...translated.keys()].filter((place) => !texts.has(place));
  return [
    ...missing,
    ...added.map((place) => `${place} is translated, but the contract has no such text.`),
    ...(differs && added.length === 0
      ? ["The translation changes more than texts: it may hold descriptions and the like alone."]
      : []),
  ];
}

type Place = readonly string[];

const lastThree = (place: Place): Place => ["", "", ...place].slice(-3);

function isText(place: Place, value: unknown): value is string {
  const [grandparent = "", parent = "", key = ""] = lastThree(place);
  if (typeof value !== "string") return false;
  if (parent === "x-enumDescriptions") return true;
  if (key === "x-addition" || parent === "x-enumAdditions") return !/^https:\S+$/.test(value);
  return textKeys.includes(key) && !(mapKeys.includes(parent) && grandparent !== "properties");
}

/** Whether a member holds data, in which no text of ours stands. */
function isData(place: Place): boolean {
  const [, parent = "", key = ""] = lastThree(place);
  if (mapKeys.includes(parent)) return false;
  return key === "examples" ? parent !== "components" : dataKeys.includes(key);
}

function textsOf(value: unknown, place: Place = []): [place: string, text: string][] {
  if (isText(place, value)) return [[place.join("/"), value]];
  if (typeof value !== "object" || value === null || isData(place)) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, [...place, key]));
}

function withoutTexts(value: unknown, place: Place = []): unknown {
  if (isText(place, value)) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => withoutTexts(item, [...place, `${index}`]));
  const members = Object.entries(value).map(([key, member]) => [
    key,
    isData([...place, key]) ? member : withoutTexts(member, [...place, key]),
  ]);
  return Object.fromEntries(members);
}

if (import.meta.main) {
  const languages = globSync("*.yaml", { cwd: new URL("../overlays/", import.meta.url) }).map(
    (file) => file.replace(".yaml", ""),
  );
  const { words } = readArguments({ words: languages });
  const [language = "pl"] = words;
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  const contract = JSON.parse(await redocly("bundle", "openapi.yaml", "--ext=json"));
  const findings = await checkTranslation(contract, parse(read(`overlays/${language}.yaml`)));
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) {
    console.error(`\nMend spec/overlays/${language}.yaml (${findings.length} findings)`);
    process.exitCode = 1;
  } else {
    console.log(`${textsOf(contract).length} texts, all in ${language}`);
  }
}

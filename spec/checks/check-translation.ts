/**
 * Checks that the contract is completely translated: every text has a translation, every target of
 * the overlay matches something, and the translated contract differs in nothing but texts.
 *
 * Usage: node checks/check-translation.ts [LANGUAGE]        (pl by default; exits 1 on findings)
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { parse, stringify } from "yaml";
import { bundleContract } from "../redocly.ts";

export interface Overlay {
  actions: { target: string; [property: string]: unknown }[];
}

const textKeys = ["title", "summary", "description"];

/** Properties that hold data or names, whatever their own properties are called. */
const dataKeys = ["value", "example", "examples", "enum", "default", "const", "license"];

/** Properties whose own properties are named by the contract's author, perhaps `description`. */
const mapKeys = [
  "properties",
  "schemas",
  "parameters",
  "requestBodies",
  "headers",
  "responses",
  "examples",
  "securitySchemes",
  "paths",
];

/** Properties whose own properties are texts, whatever their names. */
const textMapKeys = ["x-enumDescriptions", "x-hints"];

/** The faults of a translation, a sentence each. */
export async function checkTranslation(contract: unknown, overlay: Overlay): Promise<string[]> {
  using folder = temporaryFolder("translation-");
  const base = join(folder.path, "base.json");
  const file = join(folder.path, "overlay.yaml");
  writeFileSync(base, JSON.stringify(contract));
  const apply = async (part: Overlay): Promise<unknown> => {
    writeFileSync(file, stringify(part));
    return JSON.parse(await bundleContract(base, file));
  };
  const idle = await findIdleTargets(overlay, apply);
  const plain = await apply({ ...overlay, actions: [] });
  return [...idle, ...compare(plain, await apply(overlay))];
}

/** `redocly bundle` does not report a target that matches nothing, so each target adds a mark. */
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
      ? ["The translation changes more than texts: it may hold only descriptions and the like."]
      : []),
  ];
}

type Place = readonly string[];

const lastThree = (place: Place): Place => ["", "", ...place].slice(-3);

function isText(place: Place, value: unknown): value is string {
  const [grandparent = "", parent = "", key = ""] = lastThree(place);
  if (typeof value !== "string") return false;
  if (textMapKeys.includes(parent)) return true;
  if (key === "x-addition" || parent === "x-enumAdditions") return !/^https:\S+$/.test(value);
  return textKeys.includes(key) && !(mapKeys.includes(parent) && grandparent !== "properties");
}

/** Whether a property holds data, which has no texts of ours. */
function isData(place: Place, value: unknown): boolean {
  const [, parent = "", key = ""] = lastThree(place);
  if (mapKeys.includes(parent) || textMapKeys.includes(parent)) return false;
  // The examples of a schema are a list of data; those of a body have names and descriptions.
  return key === "examples" ? Array.isArray(value) : dataKeys.includes(key);
}

function textsOf(value: unknown, place: Place = []): [place: string, text: string][] {
  if (isText(place, value)) return [[place.join("/"), value]];
  if (typeof value !== "object" || value === null || isData(place, value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...place, key]));
}

function withoutTexts(value: unknown, place: Place = []): unknown {
  if (isText(place, value)) return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => withoutTexts(item, [...place, `${index}`]));
  const properties = Object.entries(value).map(([key, inner]) => [
    key,
    isData([...place, key], inner) ? inner : withoutTexts(inner, [...place, key]),
  ]);
  return Object.fromEntries(properties);
}

const overlays = new URL("../overlays/", import.meta.url);
const languages = globSync("*.yaml", { cwd: overlays }).map((file) => file.replace(".yaml", ""));

await main(import.meta, { words: languages }, async ({ words: [language = "pl"] }) => {
  const contract: unknown = JSON.parse(await bundleContract());
  const overlay: Overlay = parse(readFileSync(new URL(`${language}.yaml`, overlays), "utf8"));
  const findings = await checkTranslation(contract, overlay);
  if (findings.length > 0) {
    const count = `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
    throw new Error(`${findings.join("\n")}\n\nFix spec/overlays/${language}.yaml (${count})`);
  }
  console.log(`${textsOf(contract).length} texts, all in ${language}`);
});

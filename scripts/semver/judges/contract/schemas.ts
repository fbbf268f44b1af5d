/** What no tool tells of schemas, or not at each depth: who sends a property, its default, its XML. */
import { isObject } from "@partner-center/spec";
import type { Direction } from "../directions.ts";
import { inside, itemsInside, type Pair, type Part, pairInside, pairsInside } from "./part.ts";
import type { Report } from "./report.ts";

export type CompareSchemas = (pair: Pair, direction: Direction, isXml: boolean) => void;

const single = ["items", "additionalProperties", "not", "if", "then", "else", "contains"];
const listed = ["allOf", "oneOf", "anyOf", "prefixItems"];
const named = ["patternProperties", "dependentSchemas"];

/** Makes a function that compares each pair of schemas once for each use. */
export function makeCompareSchemas(report: Report): CompareSchemas {
  const compared = new Set<string>();

  return function compareSchemas(pair, direction, isXml) {
    compareNamed(pair, direction, isXml, "");
  };

  function compareNamed(pair: Pair, direction: Direction, isXml: boolean, name: string): void {
    // In XML alone the name counts: an element is called like its property.
    const use = JSON.stringify([pair.old.place, pair.new.place, direction, isXml, isXml && name]);
    if (compared.has(use)) return;
    compared.add(use);
    if (direction === "writing") compareDefault(pair, name);
    if (isXml) compareXml(pair, name);
    for (const property of pairsInside(pair, "properties")) {
      if (direction === "writing") compareSender(pair, property);
      compareNamed(property, direction, isXml, property.key);
    }
    for (const keyword of single) {
      const within = pairInside(pair, keyword);
      if (within) compareNamed(within, direction, isXml, name);
    }
    const listedIn = listed.flatMap((keyword) => itemsInside(pair, keyword));
    const namedIn = named.flatMap((keyword) => pairsInside(pair, keyword));
    for (const within of [...listedIn, ...namedIn]) compareNamed(within, direction, isXml, name);
  }

  /** Only the service sends a read-only property. */
  function compareSender(owner: Pair, { key, new: new_ }: Pair & { key: string }): void {
    const [was, is] = [isReadOnly(owner.old, key), isReadOnly(owner.new, key)];
    if (was === is) return;
    const { required } = owner.new.value;
    const isRequired = Array.isArray(required) && required.includes(key);
    const words = is ? "input-removed" : isRequired ? "required-input-added" : "input-added";
    const sentence = is ? "can no longer be sent" : isRequired ? "must be sent" : "can be sent";
    const values = { keyword: "readOnly", old: was, new: is };
    report(words, new_.place, `\`${key}\` ${sentence}`, values);
  }

  function compareDefault({ old, new: new_ }: Pair, name: string): void {
    const [before, after] = [old.value.default, new_.value.default];
    if (before === undefined || JSON.stringify(before) === JSON.stringify(after)) return;
    const sentence = `the default of ${name ? `\`${name}\`` : "the body"} changed`;
    report("default-changed", new_.place, sentence, {
      keyword: "default",
      old: before,
      new: after,
    });
  }

  function compareXml({ old, new: new_ }: Pair, name: string): void {
    const [before, after] = [xmlOf(old, name), xmlOf(new_, name)];
    for (const keyword of Object.keys({ ...before, ...after })) {
      if (before[keyword] === after[keyword]) continue;
      const sentence = `\`${keyword}\` of the XML of ${name ? `\`${name}\`` : "the body"} changed`;
      const values = { keyword, old: before[keyword], new: after[keyword] };
      report("xml-changed", [...new_.place, "xml"], sentence, values);
    }
  }
}

/** Beside a reference or in the schema itself. */
function isReadOnly(owner: Part, key: string): boolean {
  const beside = Object(Object(owner.value.properties)[key]);
  return (beside.readOnly ?? inside(owner, "properties", key)?.value.readOnly) === true;
}

/** With the defaults written out. */
function xmlOf({ value }: Part, name: string): Record<string, unknown> {
  const xml = isObject(value.xml) ? value.xml : {};
  const said = Object.entries(xml).filter(([key]) => !key.startsWith("x-"));
  return { name, attribute: false, wrapped: false, ...Object.fromEntries(said) };
}

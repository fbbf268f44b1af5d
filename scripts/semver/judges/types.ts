/** Asks TypeScript whether code written against the old types still compiles against the new ones. */
import ts from "typescript";
import type { Contracts, SideName } from "../places.ts";
import { type Direction, directionsIn } from "./directions.ts";
import type { Finding } from "./finding.ts";
import { isChoice, isParameterGroup, nameOf, removalOf, type Spot } from "./type-paths.ts";
import { placeOf, placeOfType } from "./type-places.ts";
import { has, includesNull, isNothing, isType, openProgram, partsOf } from "./type-program.ts";

type Values = Pick<Finding, "old" | "new">;

interface Property {
  type: ts.Type;
  isOptional: boolean;
  /** The exported type that it is declared with: TypeScript forgets it beside `undefined`. */
  typeName: string | undefined;
}

const flags = {
  null: { reading: "null-added", writing: "retyped" },
  optional: { reading: "output-became-optional", writing: "input-became-required" },
};

const literal = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral;

/**
 * Every difference between the exported types that a user's compiler would see.
 *
 * @param sources the old and the new types, as TypeScript source or declarations
 * @param contracts what they were generated from, to find the places
 * @throws when either does not compile
 */
export function askTypes(sources: Record<SideName, string>, contracts: Contracts): Finding[] {
  const { checker, exports } = openProgram(sources);
  const findings = new Map<string, Finding>();
  const directionsOf = directionsIn(contracts);
  /** The names of exported types that the walk came to. */
  const reached = { reading: new Set<string>(), writing: new Set<string>() };
  /** The pairs of objects that were compared. */
  const compared: Record<Direction, Map<ts.Type, Set<ts.Type>>> = {
    reading: new Map(),
    writing: new Map(),
  };

  for (const [name, symbol] of exports.base) {
    if (exports.revision.has(name)) continue;
    report("export-removed", [name], "is removed", isType(symbol) ? { old: name } : {});
  }
  for (const name of exports.revision.keys()) {
    if (!exports.base.has(name)) report("export-added", [name], "is new");
  }
  // What operations reach is named by them.
  for (const name of ["operations", ...exports.base.keys()]) {
    const [old, new_] = [typeOf(exports.base.get(name)), typeOf(exports.revision.get(name))];
    // A list of known values is compared as its open enum.
    const isList = name.startsWith("Known") && exports.base.has(name.slice(5));
    if (!old || !new_ || isList) continue;
    for (const direction of directionsOf([name], "reading")) {
      if (reached[direction].has(name) || wereCompared(old, new_, direction)) continue;
      compare(old, new_, { path: [name], direction });
    }
  }
  return [...findings.values()];

  /** Takes a difference: what policy.md calls it, the path to it, and the rest of a sentence. */
  function report(
    words: string,
    path: string[],
    what: string,
    values?: Values,
    find = placeOf,
  ): void {
    const place = find(path, contracts);
    const sentence = `${nameOf(path)} ${what}`;
    const keyword = words.includes("value") && { keyword: "enum" };
    const finding = { judge: "types" as const, words, place, sentence, ...keyword, ...values };
    // One name may be come to in several ways; each value of an enum counts.
    const value = keyword ? `${values?.old ?? values?.new}` : "";
    findings.set([words, value, ...place].join("\0"), finding);
  }

  function typeOf(symbol: ts.Symbol | undefined): ts.Type | undefined {
    return symbol && isType(symbol) ? checker.getDeclaredTypeOfSymbol(symbol) : undefined;
  }

  function compare(old: ts.Type, new_: ts.Type, from: Spot): void {
    // Of a schema that refers to itself, only the type without `undefined` or null comes up again.
    const [before, after] = [checker.getNonNullableType(old), checker.getNonNullableType(new_)];
    const name = exportedName(old);
    const at = name === undefined ? from : { ...from, path: [name] };
    if (at.path.length === 1) reached[at.direction].add(at.path.join());
    const hasNull = includesNull(new_);
    compareFlag("null", includesNull(old), hasNull, at, hasNull ? "may be null" : "is never null");
    if (wasCompared(before, after, at.direction)) return;
    if (isNothing(before) || isNothing(after)) return; // Reported for the object that has it.
    const [beforeItem, afterItem] = [itemOf(before), itemOf(after)];
    if (beforeItem && afterItem) {
      compare(beforeItem, afterItem, { ...at, path: [...at.path, "[]"] });
    } else if ((beforeItem || afterItem) && !fits(before, after)[at.direction]) {
      const what = beforeItem ? "is no longer an array" : "became an array";
      const values = { old: show(before), new: show(after) };
      report("array-changed", at.path, what, values, placeOfType);
    } else if (isRecord(before) && isRecord(after)) {
      compareProperties(before, after, at);
    } else {
      compareValues(before, after, at);
    }
  }

  function wereCompared(old: ts.Type, new_: ts.Type, direction: Direction): boolean {
    return compared[direction].get(old)?.has(new_) ?? false;
  }

  /** Of objects only, and remembers them: plain types of different properties are unrelated. */
  function wasCompared(old: ts.Type, new_: ts.Type, direction: Direction): boolean {
    if (!isRecord(old)) return false;
    const partners = compared[direction].get(old) ?? new Set();
    const isKnown = partners.has(new_);
    compared[direction].set(old, partners.add(new_));
    return isKnown;
  }

  /** Whether something may be null or missing: readers need that it may not, writers that it may. */
  function compareFlag(
    kind: keyof typeof flags,
    old: boolean,
    new_: boolean,
    at: Spot,
    what: string,
  ) {
    if (old === new_) return;
    const breaks = at.direction === "reading" ? new_ : old;
    const find = kind === "null" ? placeOfType : placeOf;
    report(breaks ? flags[kind][at.direction] : "refined", at.path, what, undefined, find);
  }

  /** Strings and numbers by their literals, others by whether one is assignable to the other. */
  function compareValues(old: ts.Type, new_: ts.Type, { path, direction }: Spot): void {
    const [before, after] = [literalsOf(old), literalsOf(new_)];
    if (before.isOpen === after.isOpen && before.values.size > 0 && after.values.size > 0) {
      for (const value of before.values) {
        if (after.values.has(value)) continue;
        const what = `no longer has the value ${value}`;
        report("value-removed", path, what, { old: value }, placeOfType);
      }
      const added = direction === "reading" && !before.isOpen ? "value-added" : "known-value-added";
      for (const value of after.values) {
        if (before.values.has(value)) continue;
        report(added, path, `may also be ${value}`, { new: value }, placeOfType);
      }
      return;
    }
    const { reading, writing } = fits(old, new_);
    if (reading && writing) return;
    const values = { old: show(old), new: show(new_) };
    const words = { reading, writing }[direction] ? "refined" : "retyped";
    report(words, path, "has another type", values, placeOfType);
  }

  function fits(old: ts.Type, new_: ts.Type): Record<Direction, boolean> {
    return {
      reading: checker.isTypeAssignableTo(new_, old),
      writing: checker.isTypeAssignableTo(old, new_),
    };
  }

  function literalsOf(type: ts.Type): { values: Set<string>; isOpen: boolean } {
    const literals = partsOf(type).filter((part) => has(part, literal));
    const rest = partsOf(type).filter((part) => !has(part, literal));
    const isOpen = rest.some(isText);
    return { values: new Set(rest.length === (isOpen ? 1 : 0) ? literals.map(show) : []), isOpen };
  }

  function compareProperties(old: ts.Type | undefined, new_: ts.Type | undefined, at: Spot): void {
    const [before, after] = [propertiesOf(old), propertiesOf(new_)];
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const path = [...at.path, name];
      for (const direction of directionsOf(path, at.direction)) {
        compareProperty(before.get(name), after.get(name), { path, direction });
      }
    }
  }

  function compareProperty(old: Property | undefined, new_: Property | undefined, at: Spot): void {
    const { path, direction } = at;
    if (isParameterGroup(at)) {
      compareProperties(old?.type, new_?.type, at);
    } else if (!new_) {
      report(removalOf(at), path, "is removed", { old: old && show(old.type) });
    } else if (!old) {
      const isRequired = direction === "writing" && !new_.isOptional && !isChoice(at);
      const words = isRequired ? "required-input-added" : "property-added";
      report(words, path, `is new${isRequired ? " and required" : ""}`, { new: show(new_.type) });
    } else {
      // A component was compared with the operations that use it, as what they read or write.
      const isComponent = path[0] === "components" && path.length <= 3;
      if (isComponent && wereCompared(old.type, new_.type, direction)) return;
      const what = `is now ${new_.isOptional ? "optional" : "required"}`;
      compareFlag("optional", old.isOptional, new_.isOptional, at, what);
      const name = old.typeName === new_.typeName ? old.typeName : undefined;
      compare(old.type, new_.type, name === undefined ? at : { path: [name], direction });
    }
  }

  /** With the index signature, and without those that can have no value, such as `query?: never`. */
  function propertiesOf(type: ts.Type | undefined): Map<string, Property> {
    const owner = type && checker.getNonNullableType(type);
    const properties = new Map<string, Property>();
    for (const symbol of owner ? checker.getPropertiesOfType(owner) : []) {
      const type = checker.getTypeOfSymbol(symbol);
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      if (isNothing(checker.getNonNullableType(type))) continue;
      properties.set(symbol.name, { type, isOptional, typeName: declaredName(symbol) });
    }
    const index = owner && checker.getIndexTypeOfType(owner, ts.IndexKind.String);
    if (index && !isNothing(index))
      properties.set("[string]", { type: index, isOptional: true, typeName: undefined });
    return properties;
  }

  function declaredName({ valueDeclaration }: ts.Symbol): string | undefined {
    if (!valueDeclaration || !ts.isPropertySignature(valueDeclaration)) return undefined;
    const { type } = valueDeclaration;
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    return exports.base.has(type.typeName.text) ? type.typeName.text : undefined;
  }

  function exportedName(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    return symbol && exports.base.get(symbol.name) === symbol ? symbol.name : undefined;
  }

  function itemOf(type: ts.Type): ts.Type | undefined {
    if (!checker.isArrayType(type)) return undefined;
    // An array type is a reference to Array or ReadonlyArray with its item.
    return checker.getTypeArguments(type as ts.TypeReference)[0];
  }

  function isRecord(type: ts.Type): boolean {
    return has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !isText(type);
  }

  function isText(type: ts.Type): boolean {
    return checker.isTypeAssignableTo(type, checker.getStringType());
  }

  function show(type: ts.Type): string {
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }
}

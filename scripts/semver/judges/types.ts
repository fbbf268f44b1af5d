/** Asks TypeScript whether code written against the old types still compiles against the new. */
import ts from "typescript";
import type { Finding } from "../finding.ts";
import { type Contracts, placeOf } from "./type-places.ts";
import { openProgram } from "./type-program.ts";

/**
 * Who uses a type: readers of a response want every new value to be an old one, writers of a request
 * want every old value to be a new one.
 */
type Direction = "reading" | "writing";

/**
 * Every difference between the exported types that a user's compiler would see.
 *
 * @param base TypeScript of the old types, source or declarations
 * @param revision TypeScript of the new ones
 * @param contracts what they were generated from, to find the places
 * @throws when either does not compile
 */
export function askTypes(base: string, revision: string, contracts: Contracts): Finding[] {
  const { checker, exports } = openProgram({ base, revision });
  const findings = new Map<string, Finding>();
  const compared = new Map<ts.Type, Map<ts.Type, Set<Direction>>>();
  /** The exported types that a walk has come through, with how they are used. */
  const reached = new Set<string>();

  const report = (
    words: string,
    path: string[],
    sentence: string,
    values: { old?: unknown; new?: unknown } = {},
  ) => {
    const place = placeOf(path, contracts);
    findings.set([words, ...place].join("\0"), {
      judge: "types",
      words,
      place,
      sentence,
      ...(words.includes("value") && { keyword: "enum" }),
      ...values,
    });
  };

  const show = (type: ts.Type) =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const both = (old: ts.Type, new_: ts.Type) => ({ old: show(old), new: show(new_) });

  function compare(old: ts.Type, new_: ts.Type, direction: Direction, from: string[]): void {
    // Of a schema that refers to itself, the type beside `undefined` or null is the one that returns.
    const [before, after] = [checker.getNonNullableType(old), checker.getNonNullableType(new_)];
    const name = exportedName(old);
    if (name) reached.add(name);
    const path = name ? [name] : from;

    const hadNull = includesNull(old);
    const hasNull = includesNull(new_);
    if (hadNull !== hasNull) {
      const breaks = direction === "reading" ? hasNull : hadNull;
      const sentence = `${nameOf(path)} ${hasNull ? "may be null" : "is never null"}`;
      report(breaks ? (hasNull ? "null-added" : "retyped") : "refined", path, sentence);
    }
    if (isCompared(before, after, direction)) return;
    if (isNothing(before) || isNothing(after)) return; // Told by the object that holds it.
    const [beforeItem, afterItem] = [itemOf(before), itemOf(after)];
    if (beforeItem && afterItem) {
      compare(beforeItem, afterItem, direction, [...path, "[]"]);
    } else if (beforeItem || afterItem) {
      const sentence = `${nameOf(path)} ${beforeItem ? "is no array any more" : "became an array"}`;
      report("array-changed", path, sentence, both(before, after));
    } else if (isRecord(before) && isRecord(after)) {
      compareMembers(before, after, direction, path);
    } else {
      compareValues(before, after, direction, path);
    }
  }

  /** What an operation uses was compared as what it reads or writes, not as a mere component. */
  function isSeenByOperations(old: ts.Type, new_: ts.Type, [root, , , ...inside]: string[]) {
    return root === "components" && inside.length === 0 && (compared.get(old)?.has(new_) ?? false);
  }

  /** Of objects only: members of the same plain type have nothing to do with each other. */
  function isCompared(old: ts.Type, new_: ts.Type, direction: Direction): boolean {
    if (!isRecord(old)) return false;
    const partners = compared.get(old) ?? new Map<ts.Type, Set<Direction>>();
    const directions = partners.get(new_) ?? new Set<Direction>();
    compared.set(old, partners.set(new_, directions));
    if (directions.has(direction)) return true;
    directions.add(direction);
    return false;
  }

  /** Those of string or number by their literals, the others by whether one fits the other. */
  function compareValues(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void {
    const [before, after] = [literalsOf(old), literalsOf(new_)];
    const isSameKind = before.isOpen === after.isOpen;
    if (isSameKind && before.values.size > 0 && after.values.size > 0) {
      for (const value of before.values) {
        if (after.values.has(value)) continue;
        report("value-removed", path, `${nameOf(path)} no longer knows ${value}`, { old: value });
      }
      for (const value of after.values) {
        if (before.values.has(value)) continue;
        const breaks = direction === "reading" && !before.isOpen;
        const words = breaks ? "value-added" : "known-value-added";
        report(words, path, `${nameOf(path)} may also be ${value}`, { new: value });
      }
      return;
    }
    const fits = { reading: isAssignable(new_, old), writing: isAssignable(old, new_) };
    if (fits.reading && fits.writing) return;
    const sentence = `the type of ${nameOf(path)} changes`;
    report(fits[direction] ? "refined" : "retyped", path, sentence, both(old, new_));
  }

  function isAssignable(source: ts.Type, target: ts.Type): boolean {
    return checker.isTypeAssignableTo(source, target);
  }

  function compareMembers(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void {
    for (const member of checker.getPropertiesOfType(old)) {
      const type = checker.getTypeOfSymbol(member);
      const partner = checker.getPropertyOfType(new_, member.name);
      const at = [...path, member.name];
      const wasNothing = isNothing(checker.getNonNullableType(type));
      const partnerType = partner && checker.getTypeOfSymbol(partner);
      const isGone = !partnerType || isNothing(checker.getNonNullableType(partnerType));
      if (partnerType && wasNothing !== isGone && isParameterGroup(at)) {
        const [before, after] = [type, partnerType].map((one) => checker.getNonNullableType(one));
        if (before && after) compareMembers(before, after, "writing", at);
      } else if (wasNothing && partnerType && !isGone) {
        reportAddition(partner, partnerType, directionAt(at, direction), at);
      } else if (!wasNothing && isGone) {
        const sentence = `${nameOf(at)} is removed`;
        report(removalOf(at), at, sentence, { old: show(type) });
      } else if (partnerType && !wasNothing && !isSeenByOperations(type, partnerType, at)) {
        if (!isParameterGroup(at))
          compareOptionality(member, partner, directionAt(at, direction), at);
        const name = declaredName(member);
        const isSameName = name !== undefined && name === declaredName(partner);
        if (isSameName) reached.add(name);
        compare(type, partnerType, directionAt(at, direction), isSameName ? [name] : at);
      }
    }
    for (const member of checker.getPropertiesOfType(new_)) {
      if (checker.getPropertyOfType(old, member.name)) continue;
      const type = checker.getTypeOfSymbol(member);
      const at = [...path, member.name];
      reportAddition(member, type, directionAt(at, direction), at);
    }
    compareIndex(old, new_, direction, path);
  }

  function reportAddition(
    member: ts.Symbol,
    type: ts.Type,
    direction: Direction,
    path: string[],
  ): void {
    if (isNothing(checker.getNonNullableType(type))) return;
    const mustBeGiven = direction === "writing" && !isOptional(member) && !isChoice(path);
    const words = mustBeGiven ? "required-input-added" : "member-added";
    const sentence = `${nameOf(path)} is new${mustBeGiven ? " and required" : ""}`;
    report(words, path, sentence, { new: show(type) });
  }

  function compareOptionality(
    old: ts.Symbol,
    new_: ts.Symbol,
    direction: Direction,
    path: string[],
  ): void {
    if (isOptional(old) === isOptional(new_)) return;
    const sentence = `${nameOf(path)} is ${isOptional(new_) ? "optional" : "required"} now`;
    const breaks = direction === "reading" ? isOptional(new_) : isOptional(old);
    const broken = direction === "reading" ? "output-became-optional" : "input-became-required";
    report(breaks ? broken : "refined", path, sentence);
  }

  function compareIndex(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void {
    const [before, after] = [stringIndexOf(old), stringIndexOf(new_)];
    const at = [...path, "[string]"];
    if (before && after) {
      compare(before, after, direction, at);
    } else if (before) {
      const sentence = `${nameOf(path)} takes no other names any more`;
      report("index-signature-removed", at, sentence, { old: show(before) });
    } else if (after) report("index-signature-added", at, `${nameOf(path)} takes other names`);
  }

  function exportedName(type: ts.Type): string | undefined {
    const name = type.aliasSymbol?.name ?? type.getSymbol()?.name;
    const symbol = type.aliasSymbol ?? type.getSymbol();
    return name !== undefined && exports.base.get(name) === symbol ? name : undefined;
  }

  /** The exported type that a member is declared with: TypeScript forgets it beside `undefined`. */
  function declaredName(member: ts.Symbol | undefined): string | undefined {
    const declaration = member?.valueDeclaration;
    const type = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined;
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    return exports.base.has(type.typeName.text) ? type.typeName.text : undefined;
  }

  function stringIndexOf(type: ts.Type): ts.Type | undefined {
    return checker.getIndexTypeOfType(type, ts.IndexKind.String);
  }

  function itemOf(type: ts.Type): ts.Type | undefined {
    // An array type is a reference to Array or ReadonlyArray with its item.
    return checker.isArrayType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)[0]
      : undefined;
  }

  function isRecord(type: ts.Type): type is ts.ObjectType {
    const isObjectType = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return isObjectType && !isAssignable(type, checker.getStringType());
  }

  const pairs = [...exports.base].flatMap(([name, old]) => {
    const new_ = exports.revision.get(name);
    return new_ ? [{ name, old, new_ }] : [];
  });
  const compareExport = ({ name, old, new_ }: (typeof pairs)[number]) =>
    compare(
      checker.getDeclaredTypeOfSymbol(old),
      checker.getDeclaredTypeOfSymbol(new_),
      "reading",
      [name],
    );
  // The operations say who uses what; whatever they don't come by is there to be read.
  for (const pair of pairs) if (pair.name === "operations") compareExport(pair);
  for (const [name, old] of exports.base) {
    if (exports.revision.has(name)) continue;
    const type = (old.flags & ts.SymbolFlags.Type) !== 0;
    report("export-removed", [name], `\`${name}\` is removed`, type ? { old: name } : {});
  }
  for (const name of exports.revision.keys()) {
    if (!exports.base.has(name)) report("export-added", [name], `\`${name}\` is new`);
  }
  for (const pair of pairs) {
    // A list of known values is told of by the open enum that it belongs to.
    if (pair.name.startsWith("Known") && exports.base.has(pair.name.slice(5))) continue;
    if ((pair.old.flags & ts.SymbolFlags.Type) === 0 || reached.has(pair.name)) continue;
    // The shapes of an operation were compared with it, as what is read or written.
    const [old, new_] = [pair.old, pair.new_].map((one) => checker.getDeclaredTypeOfSymbol(one));
    if (old && new_ && compared.get(old)?.has(new_)) continue;
    compareExport(pair);
  }
  return [...findings.values()];

  function literalsOf(type: ts.Type): { values: Set<string>; isOpen: boolean } {
    const members = type.isUnion() ? type.types : [type];
    const literals = members.filter(isLiteral);
    const rest = members.filter((member) => !literals.includes(member));
    const isOpen = rest.some((member) => isAssignable(member, checker.getStringType()));
    const isOnlyThat = rest.length === (isOpen ? 1 : 0);
    return { values: new Set(isOnlyThat ? literals.map(show) : []), isOpen };
  }
}

/** Requests are written and responses are read; everything else as what it stands in. */
function directionAt(path: string[], direction: Direction): Direction {
  const [root, , part] = path;
  if (root === "components") {
    return path[1] === "parameters" || path[1] === "requestBodies" ? "writing" : "reading";
  }
  if (root === "operations" || root === "paths") {
    const parts = root === "operations" ? [part] : path.slice(2, 4);
    if (parts.includes("parameters") || parts.includes("requestBody")) return "writing";
  }
  return direction;
}

/** `query`, `header`, `path` or `cookie` of an operation: its members are the parameters. */
function isParameterGroup([root, , part, ...rest]: string[]): boolean {
  return root === "operations" && part === "parameters" && rest.length === 1;
}

/** A component, or a media type of a body: one of several, which nobody has to give. */
function isChoice([root, , part, inside, ...rest]: string[]): boolean {
  if (root === "components") return part !== undefined && inside === undefined;
  return part === "requestBody" && inside === "content" && rest.length === 1;
}

/** What the removal of a member is called, by where it stood. */
function removalOf(path: string[]): string {
  const [root, , group, , leaf] = path;
  if (root === "operations") {
    if (path.length === 2) return "operation-removed";
    if (group === "parameters") return "parameter-removed";
    if (group === "responses" && path.length === 4) return "status-removed";
    if (group === "responses" && leaf === "content") return "media-type-removed";
    if (isChoice(path)) return "media-type-removed";
  }
  if (root === "paths" && path.length === 2) return "path-removed";
  if (root === "paths" && path.length === 3) return "method-removed";
  if (root === "components") return path.length === 3 ? "component-removed" : "member-removed";
  return "member-removed";
}

function isLiteral(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) !== 0;
}

function isOptional(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Optional) !== 0;
}

function isNothing(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) !== 0;
}

function includesNull(type: ts.Type): boolean {
  const members = type.isUnion() ? type.types : [type];
  return members.some((member) => (member.flags & ts.TypeFlags.Null) !== 0);
}

/** `Order.lineItems[].quantity` */
function nameOf(path: string[]): string {
  return `\`${path.reduce((name, part) => (part.startsWith("[") ? name + part : `${name}.${part}`))}\``;
}

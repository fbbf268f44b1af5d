/** Walks through an old type and a new one side by side. */
import ts from "typescript";
import {
  type Direction,
  directionAt,
  isChoice,
  isParameterGroup,
  removalOf,
} from "./type-paths.ts";

/**
 * Takes a difference: its name in words.ts, the path to it, and the rest of a sentence about it. The
 * place to point at is that of the path, or `at`.
 */
export type Report = (
  words: string,
  path: string[],
  what: string,
  details?: { at?: string[]; old?: unknown; new?: unknown },
) => void;

interface Property {
  type: ts.Type;
  isOptional: boolean;
  /** The exported type that it is declared with: TypeScript forgets it beside `undefined`. */
  typeName: string | undefined;
}

export interface Comparer {
  compare(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void;
  /** Whether a walk came to the exported type of this name. */
  wasReached(name: string): boolean;
  /** Whether a walk compared these two objects, in any direction. */
  wereCompared(old: ts.Type, new_: ts.Type): boolean;
}

/** @param exports what the old types export, by name */
export function compareTypes(
  checker: ts.TypeChecker,
  exports: Map<string, ts.Symbol>,
  report: Report,
): Comparer {
  const reached = new Set<string>();
  const compared = {
    reading: new Map<ts.Type, Set<ts.Type>>(),
    writing: new Map<ts.Type, Set<ts.Type>>(),
  };

  const show = (type: ts.Type) =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const both = (old: ts.Type, new_: ts.Type) => ({ old: show(old), new: show(new_) });
  const isText = (type: ts.Type) => checker.isTypeAssignableTo(type, checker.getStringType());

  function compare(old: ts.Type, new_: ts.Type, direction: Direction, from: string[]): void {
    // Of a schema that refers to itself, only the type without `undefined` or null comes up again.
    const [before, after] = [checker.getNonNullableType(old), checker.getNonNullableType(new_)];
    const name = exportedName(old);
    const path = name === undefined ? from : [name];
    if (path.length === 1) for (const known of path) reached.add(known);
    compareNull(includesNull(old), includesNull(new_), direction, path);
    if (wasCompared(before, after, direction)) return;
    if (isNothing(before) || isNothing(after)) return; // Reported for the object that has it.
    const [beforeItem, afterItem] = [itemOf(before), itemOf(after)];
    if (beforeItem && afterItem) {
      compare(beforeItem, afterItem, direction, [...path, "[]"]);
    } else if (beforeItem || afterItem) {
      const what = beforeItem ? "is no longer an array" : "became an array";
      report("array-changed", path, what, both(before, after));
    } else if (isRecord(before) && isRecord(after)) {
      compareProperties(before, after, direction, path);
      compareIndex(before, after, direction, path);
    } else {
      compareValues(before, after, direction, path);
    }
  }

  function compareNull(before: boolean, after: boolean, direction: Direction, path: string[]) {
    if (before === after) return;
    const breaks = direction === "reading" ? after : before;
    const words = after ? "null-added" : "retyped";
    report(breaks ? words : "refined", path, after ? "may be null" : "is never null");
  }

  function wereCompared(old: ts.Type, new_: ts.Type): boolean {
    return [compared.reading, compared.writing].some((pairs) => pairs.get(old)?.has(new_));
  }

  /** Of objects only, and remembers them: plain types of different properties are unrelated. */
  function wasCompared(old: ts.Type, new_: ts.Type, direction: Direction): boolean {
    if (!isRecord(old)) return false;
    const partners = compared[direction].get(old) ?? new Set();
    const isKnown = partners.has(new_);
    compared[direction].set(old, partners.add(new_));
    return isKnown;
  }

  /** Strings and numbers by their literals, others by whether one is assignable to the other. */
  function compareValues(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void {
    const [before, after] = [literalsOf(old), literalsOf(new_)];
    if (before.isOpen === after.isOpen && before.values.size > 0 && after.values.size > 0) {
      for (const value of before.values) {
        if (after.values.has(value)) continue;
        report("value-removed", path, `no longer has the value ${value}`, { old: value });
      }
      const added = direction === "reading" && !before.isOpen ? "value-added" : "known-value-added";
      for (const value of after.values) {
        if (!before.values.has(value)) report(added, path, `may also be ${value}`, { new: value });
      }
      return;
    }
    const canRead = checker.isTypeAssignableTo(new_, old);
    const canWrite = checker.isTypeAssignableTo(old, new_);
    if (canRead && canWrite) return;
    const fits = direction === "reading" ? canRead : canWrite;
    report(fits ? "refined" : "retyped", path, "has another type", both(old, new_));
  }

  function literalsOf(type: ts.Type): { values: Set<string>; isOpen: boolean } {
    const rest = partsOf(type).filter((part) => !has(part, literal));
    const isOpen = rest.some(isText);
    const literals = partsOf(type).filter((part) => has(part, literal));
    return { values: new Set(rest.length === (isOpen ? 1 : 0) ? literals.map(show) : []), isOpen };
  }

  function compareProperties(
    old: ts.Type | undefined,
    new_: ts.Type | undefined,
    direction: Direction,
    path: string[],
  ): void {
    const [before, after] = [propertiesOf(old), propertiesOf(new_)];
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const at = [...path, name];
      compareProperty(before.get(name), after.get(name), directionAt(at, direction), at);
    }
  }

  function compareProperty(
    old: Property | undefined,
    new_: Property | undefined,
    direction: Direction,
    path: string[],
  ): void {
    if (isParameterGroup(path)) {
      compareProperties(old?.type, new_?.type, direction, path);
    } else if (old && new_) {
      // A component was compared with the operations that use it, as what they read or write.
      if (path[0] === "components" && path.length <= 3 && wereCompared(old.type, new_.type)) return;
      compareOptionality(old.isOptional, new_.isOptional, direction, path);
      const name = old.typeName === new_.typeName ? old.typeName : undefined;
      compare(old.type, new_.type, direction, name === undefined ? path : [name]);
    } else if (old) {
      report(removalOf(path), path, "is removed", { old: show(old.type) });
    } else if (new_) {
      const isNeeded = direction === "writing" && !new_.isOptional && !isChoice(path);
      const [words, what] = isNeeded
        ? ["required-input-added", "is new and required"]
        : ["property-added", "is new"];
      report(words, path, what, { new: show(new_.type) });
    }
  }

  function compareOptionality(old: boolean, new_: boolean, direction: Direction, path: string[]) {
    if (old === new_) return;
    const [breaks, words] =
      direction === "reading" ? [new_, "output-became-optional"] : [old, "input-became-required"];
    report(breaks ? words : "refined", path, `is now ${new_ ? "optional" : "required"}`);
  }

  function compareIndex(old: ts.Type, new_: ts.Type, direction: Direction, path: string[]): void {
    const [before, after] = [old, new_].map((type) =>
      checker.getIndexTypeOfType(type, ts.IndexKind.String),
    );
    const at = [...path, "[string]"];
    if (before && after) {
      compare(before, after, direction, at);
    } else if (before) {
      const details = { at, old: show(before) };
      report("index-signature-removed", path, "no longer allows other properties", details);
    } else if (after) report("index-signature-added", path, "allows other properties", { at });
  }

  /** Without those that can have no value, such as `query?: never`. */
  function propertiesOf(type: ts.Type | undefined): Map<string, Property> {
    const symbols = type ? checker.getPropertiesOfType(checker.getNonNullableType(type)) : [];
    const properties = symbols.map((symbol): [string, Property] => {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      const type = checker.getTypeOfSymbol(symbol);
      return [symbol.name, { type, isOptional, typeName: declaredName(symbol) }];
    });
    return new Map(
      properties.filter(([, property]) => !isNothing(checker.getNonNullableType(property.type))),
    );
  }

  function declaredName({ valueDeclaration }: ts.Symbol): string | undefined {
    if (!valueDeclaration || !ts.isPropertySignature(valueDeclaration)) return undefined;
    const { type } = valueDeclaration;
    if (!type || !ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
    return exports.has(type.typeName.text) ? type.typeName.text : undefined;
  }

  function exportedName(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    return symbol && exports.get(symbol.name) === symbol ? symbol.name : undefined;
  }

  function itemOf(type: ts.Type): ts.Type | undefined {
    // An array type is a reference to Array or ReadonlyArray with its item.
    return checker.isArrayType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)[0]
      : undefined;
  }

  function isRecord(type: ts.Type): boolean {
    return has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection) && !isText(type);
  }

  return { compare, wereCompared, wasReached: (name) => reached.has(name) };
}

const literal = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral;

function has(type: ts.Type, flags: ts.TypeFlags): boolean {
  return (type.flags & flags) !== 0;
}

function isNothing(type: ts.Type): boolean {
  return has(type, ts.TypeFlags.Never | ts.TypeFlags.Undefined);
}

function includesNull(type: ts.Type): boolean {
  return partsOf(type).some((part) => has(part, ts.TypeFlags.Null));
}

function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

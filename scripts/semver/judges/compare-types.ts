/** Walks through the old and the new types side by side. */
import ts from "typescript";
import {
  type Direction,
  inside,
  isChoice,
  isParameterGroup,
  removalOf,
  type Spot,
} from "./type-paths.ts";
import { isType, type TypeProgram } from "./type-program.ts";

/** Takes a difference: what policy.md calls it, the path to it, and the rest of a sentence. */
export type Report = (
  words: string,
  path: string[],
  what: string,
  values?: { old?: unknown; new?: unknown },
) => void;

interface Property {
  type: ts.Type;
  isOptional: boolean;
  /** The exported type that it is declared with: TypeScript forgets it beside `undefined`. */
  typeName: string | undefined;
}

/** Compares each exported type that both sides have. */
export function compareTypes(
  checker: ts.TypeChecker,
  exports: TypeProgram["exports"],
  report: Report,
): void {
  /** The names of exported types that the walk came to. */
  const reached = new Set<string>();
  /** The pairs of objects that were compared. */
  const compared: Record<Direction, Map<ts.Type, Set<ts.Type>>> = {
    reading: new Map(),
    writing: new Map(),
  };

  // The operations say who uses a type; a type that no operation uses is read.
  const names = ["operations", ...exports.base.keys()];
  for (const name of names) {
    const [old, new_] = [exports.base.get(name), exports.revision.get(name)];
    if (!old || !new_ || !isType(old) || reached.has(name)) continue;
    // A list of known values is compared as its open enum.
    if (name.startsWith("Known") && exports.base.has(name.slice(5))) continue;
    const [before, after] = [
      checker.getDeclaredTypeOfSymbol(old),
      checker.getDeclaredTypeOfSymbol(new_),
    ];
    if (!wereCompared(before, after))
      compare(before, after, { path: [name], direction: "reading" });
  }

  function compare(old: ts.Type, new_: ts.Type, from: Spot): void {
    // Of a schema that refers to itself, only the type without `undefined` or null comes up again.
    const [before, after] = [checker.getNonNullableType(old), checker.getNonNullableType(new_)];
    const name = exportedName(old);
    const at = name === undefined ? from : { ...from, path: [name] };
    if (at.path.length === 1) reached.add(at.path.join());
    compareNull(includesNull(old), includesNull(new_), at);
    if (wasCompared(before, after, at.direction)) return;
    if (isNothing(before) || isNothing(after)) return; // Reported for the object that has it.
    const [beforeItem, afterItem] = [itemOf(before), itemOf(after)];
    if (beforeItem && afterItem) {
      compare(beforeItem, afterItem, { ...at, path: [...at.path, "[]"] });
    } else if (beforeItem || afterItem) {
      const what = beforeItem ? "is no longer an array" : "became an array";
      report("array-changed", at.path, what, both(before, after));
    } else if (isRecord(before) && isRecord(after)) {
      compareProperties(before, after, at);
    } else {
      compareValues(before, after, at);
    }
  }

  function wereCompared(old: ts.Type, new_: ts.Type): boolean {
    return Object.values(compared).some((pairs) => pairs.get(old)?.has(new_));
  }

  /** Of objects only, and remembers them: plain types of different properties are unrelated. */
  function wasCompared(old: ts.Type, new_: ts.Type, direction: Direction): boolean {
    if (!isRecord(old)) return false;
    const partners = compared[direction].get(old) ?? new Set();
    const isKnown = partners.has(new_);
    compared[direction].set(old, partners.add(new_));
    return isKnown;
  }

  function compareNull(before: boolean, after: boolean, { path, direction }: Spot): void {
    if (before === after) return;
    const breaks = direction === "reading" ? after : before;
    const words = after ? "null-added" : "retyped";
    report(breaks ? words : "refined", path, after ? "may be null" : "is never null");
  }

  /** Strings and numbers by their literals, others by whether one is assignable to the other. */
  function compareValues(old: ts.Type, new_: ts.Type, { path, direction }: Spot): void {
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
    const fits = {
      reading: checker.isTypeAssignableTo(new_, old),
      writing: checker.isTypeAssignableTo(old, new_),
    };
    if (fits.reading && fits.writing) return;
    const words = fits[direction] ? "refined" : "retyped";
    report(words, path, "has another type", both(old, new_));
  }

  function literalsOf(type: ts.Type): { values: Set<string>; isOpen: boolean } {
    const rest = partsOf(type).filter((part) => !has(part, literal));
    const isOpen = rest.some(isText);
    const literals = partsOf(type).filter((part) => has(part, literal));
    return { values: new Set(rest.length === (isOpen ? 1 : 0) ? literals.map(show) : []), isOpen };
  }

  function compareProperties(old: ts.Type | undefined, new_: ts.Type | undefined, at: Spot): void {
    const [before, after] = [propertiesOf(old), propertiesOf(new_)];
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      compareProperty(before.get(name), after.get(name), inside(at, name));
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
      if (path[0] === "components" && path.length <= 3 && wereCompared(old.type, new_.type)) return;
      compareOptionality(old.isOptional, new_.isOptional, at);
      const name = old.typeName === new_.typeName ? old.typeName : undefined;
      compare(old.type, new_.type, name === undefined ? at : { path: [name], direction });
    }
  }

  function compareOptionality(old: boolean, new_: boolean, { path, direction }: Spot): void {
    if (old === new_) return;
    const [breaks, words] =
      direction === "reading" ? [new_, "output-became-optional"] : [old, "input-became-required"];
    report(breaks ? words : "refined", path, `is now ${new_ ? "optional" : "required"}`);
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
    if (index) properties.set("[string]", { type: index, isOptional: true, typeName: undefined });
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
    // An array type is a reference to Array or ReadonlyArray with its item.
    return checker.isArrayType(type)
      ? checker.getTypeArguments(type as ts.TypeReference)[0]
      : undefined;
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

  function both(old: ts.Type, new_: ts.Type): { old: string; new: string } {
    return { old: show(old), new: show(new_) };
  }
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

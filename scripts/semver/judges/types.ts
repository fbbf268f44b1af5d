/** Asks TypeScript whether code written against the old types still compiles against the new ones. */
import ts from "typescript";
import type { Contracts } from "../contract.ts";
import type { Finding } from "../finding.ts";
import { compareTypes, type Report } from "./compare-types.ts";
import { nameOf } from "./type-paths.ts";
import { placeOf } from "./type-places.ts";
import { openProgram } from "./type-program.ts";

/**
 * Every difference between the exported types that a user's compiler would see.
 *
 * @param base the old types, as TypeScript source or declarations
 * @param revision the new ones
 * @param contracts what they were generated from, to find the places
 * @throws when either does not compile
 */
export function askTypes(base: string, revision: string, contracts: Contracts): Finding[] {
  const { checker, exports } = openProgram({ base, revision });
  const findings = new Map<string, Finding>();
  const report: Report = (words, path, what, { at = path, ...values } = {}) => {
    const place = placeOf(at, contracts);
    findings.set([words, ...place].join("\0"), {
      judge: "types",
      words,
      place,
      sentence: `${nameOf(path)} ${what}`,
      ...(words.includes("value") && { keyword: "enum" }),
      ...values,
    });
  };
  for (const [name, symbol] of exports.base) {
    if (exports.revision.has(name)) continue;
    report("export-removed", [name], "is removed", isType(symbol) ? { old: name } : {});
  }
  for (const name of exports.revision.keys()) {
    if (!exports.base.has(name)) report("export-added", [name], "is new");
  }

  const { compare, wasReached, wereCompared } = compareTypes(checker, exports.base, report);

  const pairs = [...exports.base].flatMap(([name, symbol]) => {
    const partner = exports.revision.get(name);
    if (!partner || !isType(symbol)) return [];
    // With its open enum, a list of known values is compared.
    if (name.startsWith("Known") && exports.base.has(name.slice(5))) return [];
    const [old, new_] = [symbol, partner].map((one) => checker.getDeclaredTypeOfSymbol(one));
    return old && new_ ? [{ name, old, new_ }] : [];
  });
  // The operations say who uses a type; those that they don't use are for reading.
  pairs.sort((a, b) => Number(b.name === "operations") - Number(a.name === "operations"));
  for (const { name, old, new_ } of pairs) {
    if (!wasReached(name) && !wereCompared(old, new_)) compare(old, new_, "reading", [name]);
  }
  return [...findings.values()];
}

function isType(symbol: ts.Symbol): boolean {
  return (symbol.flags & ts.SymbolFlags.Type) !== 0;
}

/** Asks TypeScript whether code written against the old types still compiles against the new ones. */
import type { Contracts } from "../contract.ts";
import type { Finding } from "../finding.ts";
import { compareTypes, type Report } from "./compare-types.ts";
import { nameOf } from "./type-paths.ts";
import { placeOf } from "./type-places.ts";
import { isType, openProgram } from "./type-program.ts";

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
  const report: Report = (words, path, what, values) => {
    const place = placeOf(path, contracts);
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
  compareTypes(checker, exports, report);
  return [...findings.values()];
}

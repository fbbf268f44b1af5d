import type { Finding } from "./finding.ts";
import { type Notices, notice } from "./notices.ts";
import type { ValidatorError } from "./validator.ts";

/** A branch of a `oneOf` or `anyOf`, compared with a value. */
interface Branch extends Notices {
  readonly isValid: boolean;
  readonly errors: readonly ValidatorError[];
}

/** The branches of a union so far. */
export interface Union {
  readonly outer: Notices;
  readonly branches: Branch[];
}

/** Begins to compare a value with the branches of a union, each of which notices by itself. */
export function startUnion(notices: Notices): Union {
  const union: Union = { outer: { ...notices }, branches: [] };
  Object.assign(notices, { found: [], tolerated: 0 });
  return union;
}

/** Takes the errors of a branch, those from an index on, and what it noticed. */
export function addBranch(
  { branches }: Union,
  notices: Notices,
  isValid: boolean,
  errors: readonly ValidatorError[] | null,
  from: number,
): void {
  branches.push({ ...notices, isValid, errors: errors?.slice(from) ?? [] });
  Object.assign(notices, { found: [], tolerated: 0 });
}

/**
 * Says what is wrong with the value, and keeps the notices of the branches that it fits.
 *
 * Null for absent and the like may make a value fit several branches: those count that it fits best.
 */
export function endUnion(
  { outer, branches }: Union,
  notices: Notices,
  keyword: "oneOf" | "anyOf",
  instancePath: string,
  names: readonly string[],
): readonly ValidatorError[] {
  Object.assign(notices, outer);
  const valid = branches.filter((branch) => branch.isValid);
  if (!valid.length) return explain(branches, instancePath, names);
  const least = Math.min(...valid.map((branch) => branch.tolerated));
  const isBest = (branch?: Branch) => branch?.isValid && branch.tolerated === least;
  const best = valid.filter(isBest);
  if (keyword === "oneOf" && least === 0 && best.length > 1) {
    const matching = names.filter((_name, index) => isBest(branches[index]));
    return [{ instancePath, message: `must match only one of ${matching.join(", ")}` }];
  }
  notices.tolerated += least;
  const [first, ...others] = best;
  for (const one of first?.found ?? []) {
    // What one of the branches knows is known.
    const isShared = others.every(({ found }) => found.some(isSame(one)));
    if (isShared) notice(notices, one.pointer, one.message, false);
  }
  return [];
}

const isSame = (one: Finding) => (other: Finding) =>
  one.pointer === other.pointer && one.message === other.message;

/** What is wrong with a value that fits no branch: the errors of the only one that it is close to. */
function explain(
  branches: readonly Branch[],
  instancePath: string,
  names: readonly string[],
): readonly ValidatorError[] {
  const [closest, ...others] = branches.filter(({ errors }) =>
    errors.every((error) => {
      const depth = error.instancePath.slice(instancePath.length).split("/").length - 1;
      return depth > (error.keyword ? 1 : 0);
    }),
  );
  if (closest && !others.length) return closest.errors;
  return [{ instancePath, message: `must match ${names.join(" or ")}` }];
}

/** Compiles what was made, and tries each operation that the client has. */
import type { Contract, PlacedOperation } from "@partner-center/spec";
import { compile, runCalls, writeCalls } from "./calls.ts";
import { trialsOf } from "./examples.ts";
import type { Refusal } from "./make-packages.ts";

/** What became of the operations. */
export interface Proof {
  called: number;
  /** Which are not called and why, a line each: no part of ours is wrong. */
  untried: string[];
  /** What does not compile, and which calls fail. */
  failures: string[];
}

/** @param refusals of the client: operations that it leaves out */
export async function prove(
  folder: string,
  contract: Contract,
  refusals: readonly Refusal[],
): Promise<Proof> {
  const isInClient = ({ path, method }: PlacedOperation) =>
    !refusals.some(({ place: [kind, at, by] }) => kind === "paths" && at === path && by === method);
  const trials = (await trialsOf(contract)).filter(({ placed }) => isInClient(placed));
  const untried = trials.flatMap(({ placed, problem }) =>
    problem === undefined ? [] : [`${nameOf(placed)}: ${problem}`],
  );
  const tried = trials.filter(({ problem }) => problem === undefined);
  writeCalls(folder, tried);
  const errors = await compile(folder);
  if (errors.size > 0) return { called: 0, untried, failures: [...errors.values()].flat() };
  const failed = await runCalls(folder, tried);
  const failures = [...failed].map(([id, problem]) => `${id}: ${problem}`);
  return { called: tried.length - failures.length, untried, failures };
}
const nameOf = ({ path, method }: PlacedOperation): string => `${method.toUpperCase()} ${path}`;

/** What a generator does with a part of a contract that it cannot make anything true of. */
import { formatPointer } from "./pointer.ts";

/**
 * Refuses a part of the contract. A generator that goes on after it leaves that part out.
 *
 * @param place JSON pointer's parts: `["paths", "/orders", "post"]`
 * @param problem what is there: `the parameter "a" is a cookie, which openapi-fetch does not send`
 * @param wayOut what to do about it: `make it a header`
 */
export type Refuse = (place: readonly string[], problem: string, wayOut: string) => void;

/** Ends a generator at the first refusal. @throws with file, problem and way out */
export const throwRefusal: Refuse = (place, problem, wayOut) => {
  throw new Error(describeRefusal(place, problem, wayOut));
};

/** One line: `spec/paths/v1_orders.yaml (/paths/~1v1~1orders/post): problem; way out`. */
export function describeRefusal(...[place, problem, wayOut]: Parameters<Refuse>): string {
  return `${fileOf(place)} (${formatPointer(place)}): ${problem}; ${wayOut}`;
}

/** The file of spec/ that holds a place, by the layout that spec/README.md tells. */
function fileOf([kind = "", ...[first = "", second = ""]]: readonly string[]): string {
  if (kind === "paths" && first) return `spec/paths/${first.slice(1).replaceAll("/", "_")}.yaml`;
  if (kind === "components" && second) return `spec/components/${first}/${second}.yaml`;
  return "spec/openapi.yaml";
}

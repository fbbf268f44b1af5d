/** What a generator does with a part of a contract that it cannot make anything true of. */
import { existsSync } from "node:fs";
import { join } from "node:path";
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

/**
 * The file of spec/ that holds a place, by the layout that spec/README.md tells. What has no file of its
 * own, such as a path written out in openapi.yaml, is in that one.
 */
function fileOf([kind = "", ...[first = "", second = ""]]: readonly string[]): string {
  const folder = { paths: "paths", components: `components/${first}` }[kind];
  const name = kind === "paths" ? first.slice(1) : second;
  const file = `${folder}/${name.replaceAll("/", "_")}.yaml`;
  return folder && existsSync(join(import.meta.dirname, file))
    ? `spec/${file}`
    : "spec/openapi.yaml";
}

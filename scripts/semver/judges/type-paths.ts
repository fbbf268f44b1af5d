/** What a path through the generated types, such as `operations.getOrder.parameters`, stands for. */
import { formatPointer } from "@partner-center/spec";
import type { Direction } from "./directions.ts";

export interface Spot {
  path: string[];
  direction: Direction;
}

/** What the removal of a property is called: by the first pattern that fits its pointer. */
const removals: [RegExp, string][] = [
  [/\/\[string\]$/, "index-signature-removed"],
  [/^\/operations\/[^/]+$/, "operation-removed"],
  [/^\/operations\/[^/]+\/parameters\//, "parameter-removed"],
  [/^\/operations\/[^/]+\/responses\/[^/]+$/, "status-removed"],
  [/^\/operations\/[^/]+\/responses\/[^/]+\/content(\/[^/]+)?$/, "media-type-removed"],
  [/^\/operations\/[^/]+\/requestBody\/content\/[^/]+$/, "media-type-removed"],
  [/^\/paths\/[^/]+$/, "path-removed"],
  [/^\/paths\/[^/]+\/[^/]+$/, "method-removed"],
  [/^\/components\/[^/]+\/[^/]+$/, "component-removed"],
];

export function removalOf({ path }: Spot): string {
  const pointer = formatPointer(path);
  return removals.find(([pattern]) => pattern.test(pointer))?.[1] ?? "property-removed";
}

/** `query`, `header`, `path` or `cookie` of an operation, which has parameters. */
export function isParameterGroup({ path }: Spot): boolean {
  return path.length === 4 && path[0] === "operations" && path[2] === "parameters";
}

/**
 * A group of components, such as `requestBodies`, one of its entries, or a media type of a body: one
 * of several, so none is required.
 */
export function isChoice({ path }: Spot): boolean {
  const choice = /^\/(components(\/[^/]+)?|operations\/[^/]+\/requestBody\/content)\/[^/]+$/;
  return choice.test(formatPointer(path));
}

/** `Order.lineItems[].quantity` */
export function nameOf(path: string[]): string {
  if (path.at(-1) === "[string]") return `the index signature of ${nameOf(path.slice(0, -1))}`;
  return `\`${path.join(".").replaceAll(".[]", "[]")}\``;
}

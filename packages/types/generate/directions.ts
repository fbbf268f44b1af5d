/** Tells what is only sent from what is only received. */
import {
  type Contract,
  isObject,
  parsePointer,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { isComponent, type PlacedSchema } from "./walk-schemas.ts";

export type Direction = "request" | "response";

/** A function that tells in which directions a schema at a place is sent. */
export function directionsOf(contract: Contract): (place: readonly string[]) => Set<Direction> {
  const roots: Record<Direction, Set<string>> = { request: new Set(), response: new Set() };
  collect(contract, []);
  const reached = {
    request: reachableFrom(contract, roots.request),
    response: reachableFrom(contract, roots.response),
  };
  return (place) => {
    const own = directionOf(place);
    if (own) return new Set([own]);
    const name = place[0] === "components" && place[1] === "schemas" ? (place[2] ?? "") : "";
    const directions: Direction[] = ["request", "response"];
    return new Set(directions.filter((direction) => reached[direction].has(name)));
  };

  /** Collects the schemas that requests and responses refer to. */
  function collect(node: unknown, place: readonly string[]): void {
    if (isComponent(place)) return;
    if (Array.isArray(node)) {
      for (const item of node) collect(item, place);
    } else if (isObject(node)) {
      const direction = directionOf(place);
      const target = schemaNameOf(node.$ref);
      if (direction && target !== undefined) roots[direction].add(target);
      for (const [key, value] of Object.entries(node)) collect(value, [...place, key]);
    }
  }
}

/** What a client sends is a request; of webhooks and callbacks it is the other way round. */
function directionOf(place: readonly string[]): Direction | undefined {
  const isCalled = place[0] === "webhooks" || place.includes("callbacks");
  const isSent = place.some((part) =>
    ["requestBody", "requestBodies", "parameters"].includes(part),
  );
  const isReceived = place.some((part) => ["responses", "headers"].includes(part));
  if (!isSent && !isReceived) return undefined;
  return isSent !== isCalled ? "request" : "response";
}

function schemaNameOf($ref: unknown): string | undefined {
  const [root, kind, name] = typeof $ref === "string" ? parsePointer($ref) : [];
  return root === "components" && kind === "schemas" ? name : undefined;
}

function reachableFrom(contract: Contract, names: ReadonlySet<string>): Set<string> {
  const reached = new Set(names);
  for (const name of reached) {
    const text = JSON.stringify(schemasOf(contract)[name] ?? {});
    for (const [, $ref] of text.matchAll(/"\$ref":("[^"]*")/g)) {
      const target = schemaNameOf(JSON.parse($ref ?? '""'));
      if (target !== undefined) reached.add(target);
    }
  }
  return reached;
}

/**
 * Requires no property of a request that only responses have (`readOnly`), and none of a response that
 * only requests have (`writeOnly`). In place.
 */
export function requireByDirection(
  contract: Contract,
  { schema }: PlacedSchema,
  directions: ReadonlySet<Direction>,
): void {
  const { required, properties = {} } = schema;
  const isLeftOut = (property: Schema | undefined): boolean => {
    const { readOnly, writeOnly }: Schema = property
      ? { ...resolve(contract, property), ...property }
      : {};
    return Boolean(
      (readOnly && directions.has("request")) || (writeOnly && directions.has("response")),
    );
  };
  if (required) schema.required = required.filter((name) => !isLeftOut(properties[name]));
}

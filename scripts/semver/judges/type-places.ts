/** Finds what in the contract a type was generated from. */
import { isDeepStrictEqual } from "node:util";
import {
  type Contract,
  isObject,
  operationsOf,
  resolve,
  schemasOf,
  valueAt,
} from "@partner-center/spec";
import { type Contracts, followReferences, type Place, resolvePlace } from "../places.ts";

/** The place of what a path through the types was generated from. */
export function placeOf(path: string[], { base, revision }: Contracts): Place {
  for (const contract of [revision, base]) {
    const place = placeIn(contract, path);
    if (place && valueAt(contract, place) !== undefined) return place;
  }
  return placeIn(base, path) ?? path;
}

/** The same for a change of the type itself: a component, if both sides refer to that one. */
export function placeOfType(path: string[], contracts: Contracts): Place {
  const place = placeOf(path, contracts);
  const [old, new_] = [contracts.base, contracts.revision].map((one) => resolvePlace(one, place));
  return new_ && isDeepStrictEqual(old, new_) ? new_ : place;
}

function placeIn(contract: Contract, [root = "", ...rest]: string[]): Place | undefined {
  const schemas = schemasOf(contract);
  if (root in schemas) return inSchema(contract, ["components", "schemas", root], rest);
  if (root === "components") return inComponent(contract, rest);
  if (root === "paths" || root === "webhooks") return [root, ...rest];
  const isOneOf = (...names: string[]) =>
    names.some((name) => name.toLowerCase() === root.toLowerCase());
  for (const { id, path, method } of operationsOf(contract)) {
    const operation = ["paths", path, method];
    if (root === "operations" && id === rest[0]) {
      return inOperation(contract, operation, rest.slice(1));
    }
    if (isOneOf(`${id}Params`, `${id}Response`, `${id}Error`)) return [...operation, "operationId"];
  }
  for (const [name, item] of Object.entries(contract.webhooks ?? {})) {
    for (const [method, operation] of Object.entries(resolve(contract, item))) {
      const id = isObject(operation) ? operation.operationId : undefined;
      if (root === "operations" && id === rest[0]) {
        return inOperation(contract, ["webhooks", name, method], rest.slice(1));
      }
    }
  }
  // What is generated for an open enum.
  const name = Object.keys(schemas).find((one) =>
    isOneOf(`Known${one}`, `${one}Values`, `isKnown${one}`),
  );
  return name === undefined ? undefined : ["components", "schemas", name];
}

function inComponent(contract: Contract, [kind, name, ...path]: string[]): Place {
  const component = ["components", kind, name].filter((part) => part !== undefined);
  if (kind === "schemas") return inSchema(contract, component, path);
  const [content, type, ...inside] = path;
  if (content !== "content" || type === undefined) return [...component, ...path];
  const place = [...resolvePlace(contract, component), content, type];
  return inside.length === 0 ? place : inSchema(contract, [...place, "schema"], inside);
}

function inOperation(contract: Contract, operation: Place, path: string[]): Place | undefined {
  const [part, location, name] = path;
  if (part === undefined) return operation;
  if (part === "parameters") {
    const lists = [operation, operation.slice(0, -1)].map((owner) => [...owner, part]);
    const places = lists.flatMap((list) => {
      const indexes = Object.keys(valueAt(contract, list) ?? {});
      return indexes.map((index) => resolvePlace(contract, [...list, index]));
    });
    return places.find(
      (place) =>
        valueAt(contract, [...place, "in"]) === location &&
        valueAt(contract, [...place, "name"]) === name,
    );
  }
  const depth = part === "responses" ? 4 : 3;
  const place = followReferences(contract, [...operation, ...path.slice(0, depth)]);
  const inside = path.slice(depth);
  return inside.length === 0 ? place : inSchema(contract, [...place, "schema"], inside);
}

const keywords: Record<string, Place> = { "[]": ["items"], "[string]": ["additionalProperties"] };

function inSchema(contract: Contract, schema: Place, path: string[]): Place {
  return path.reduce(
    (place, part) => [
      ...resolvePlace(contract, place),
      ...(keywords[part] ?? ["properties", part]),
    ],
    schema,
  );
}

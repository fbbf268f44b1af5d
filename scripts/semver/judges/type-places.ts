/** Finds what in the contract a type was generated from. */
import { isObject, type JsonObject } from "@partner-center/spec";
import { followReferences, resolve, valueAt } from "../contract.ts";

export interface Contracts {
  base: JsonObject;
  revision: JsonObject;
}

/** The parts of the pointer to what a path through the types was generated from. */
export function placeOf(path: string[], { base, revision }: Contracts): string[] {
  for (const contract of [revision, base]) {
    const place = placeIn(path, contract);
    if (place && valueAt(contract, place) !== undefined) return place;
  }
  return placeIn(path, base) ?? path;
}

function placeIn([root = "", ...rest]: string[], contract: JsonObject): string[] | undefined {
  const schemas = valueAt(contract, ["components", "schemas"]);
  if (isObject(schemas) && root in schemas) {
    return inSchema(contract, ["components", "schemas", root], rest);
  }
  if (root === "components" || root === "paths") return [root, ...rest];
  const operation = operationsOf(contract).find(({ id }) =>
    root === "operations" ? id === rest[0] : isNamedAfter(root, id),
  );
  if (!operation) {
    // What was made for an open enum: KnownSize, sizeValues, isKnownSize.
    const schema = Object.keys(isObject(schemas) ? schemas : {}).find((name) =>
      [`known${name}`, `${name}values`, `isknown${name}`].some(
        (made) => made.toLowerCase() === root.toLowerCase(),
      ),
    );
    return schema ? ["components", "schemas", schema] : undefined;
  }
  if (root !== "operations") return [...operation.place, "operationId"];
  return inOperation(contract, operation.place, rest.slice(1));
}

function isNamedAfter(name: string, operationId: string): boolean {
  return ["Params", "Response", "Error"].some(
    (kind) => name.toLowerCase() === `${operationId}${kind}`.toLowerCase(),
  );
}

function operationsOf(contract: JsonObject): { id: string; place: string[] }[] {
  return Object.entries(isObject(contract.paths) ? contract.paths : {}).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
      isObject(operation) && typeof operation.operationId === "string"
        ? [{ id: operation.operationId, place: ["paths", path, method] }]
        : [],
    ),
  );
}

function inOperation(
  contract: JsonObject,
  operation: string[],
  rest: string[],
): string[] | undefined {
  const [part, ...more] = rest;
  if (part === undefined) return operation;
  if (part === "parameters") {
    const [location, name] = more;
    for (const owner of [operation, operation.slice(0, -1)]) {
      const list = valueAt(contract, [...owner, "parameters"]);
      for (const index of Array.isArray(list) ? list.keys() : []) {
        const place = resolve(contract, [...owner, "parameters", `${index}`]);
        const parameter = valueAt(contract, place);
        if (isObject(parameter) && parameter.in === location && parameter.name === name)
          return place;
      }
    }
    return undefined;
  }
  const [status, kind, name, ...inside] = part === "responses" ? more : ["", ...more];
  const owner = [...operation, part, ...(status ? [status] : [])];
  if (kind === undefined) return owner;
  const place = followReferences(contract, [...owner, kind, ...(name === undefined ? [] : [name])]);
  if (inside.length === 0) return place;
  return inSchema(contract, followReferences(contract, [...place, "schema"]), inside);
}

function inSchema(contract: JsonObject, schema: string[], path: string[]): string[] {
  return path.reduce((at, part) => {
    const object = resolve(contract, at);
    if (part === "[]") return [...object, "items"];
    return [...object, ...(part === "[string]" ? ["additionalProperties"] : ["properties", part])];
  }, schema);
}

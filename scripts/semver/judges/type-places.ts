/** Finds what in the contract a type was generated from. */
import { type Contract, isObject, operationsOf, schemasOf, valueAt } from "@partner-center/spec";
import { type Contracts, followReferences, type Place, resolvePlace } from "./places.ts";

/** The place of what a path through the types was generated from. */
export function placeOf(path: string[], { base, revision }: Contracts): Place {
  for (const contract of [revision, base]) {
    const place = placeIn(contract, path);
    if (place && valueAt(contract, place) !== undefined) return place;
  }
  return placeIn(base, path) ?? path;
}

function placeIn(contract: Contract, [root = "", ...rest]: string[]): Place | undefined {
  const schemas = schemasOf(contract);
  if (root in schemas) return inSchema(contract, ["components", "schemas", root], rest);
  if (root === "components" || root === "paths") return [root, ...rest];
  const isOfOperations = root === "operations";
  const found = operationsOf(contract).find(({ id }) =>
    isOfOperations
      ? id === rest[0]
      : isOneOf(
          root,
          ["Params", "Response", "Error"].map((kind) => id + kind),
        ),
  );
  if (found) {
    const operation = ["paths", found.path, found.method];
    return isOfOperations
      ? inOperation(contract, operation, rest.slice(1))
      : [...operation, "operationId"];
  }
  // What is generated for an open enum.
  const name = Object.keys(schemas).find((name) =>
    isOneOf(root, [`Known${name}`, `${name}Values`, `isKnown${name}`]),
  );
  return name === undefined ? undefined : ["components", "schemas", name];
}

function isOneOf(name: string, names: string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function inOperation(contract: Contract, operation: Place, path: string[]): Place | undefined {
  const [part, location, name] = path;
  if (part === undefined) return operation;
  if (part === "parameters") {
    return [operation, operation.slice(0, -1)]
      .flatMap((owner) => parametersAt(contract, [...owner, "parameters"]))
      .find((place) => {
        const parameter = valueAt(contract, place);
        return isObject(parameter) && parameter.in === location && parameter.name === name;
      });
  }
  const depth = part === "responses" ? 2 : 1;
  const inside = path.slice(depth + 2);
  const place = followReferences(contract, [...operation, ...path.slice(0, depth + 2)]);
  return inside.length === 0
    ? place
    : inSchema(contract, followReferences(contract, [...place, "schema"]), inside);
}

function parametersAt(contract: Contract, place: Place): Place[] {
  const list = valueAt(contract, place);
  return Array.isArray(list)
    ? list.map((_, index) => resolvePlace(contract, [...place, `${index}`]))
    : [];
}

function inSchema(contract: Contract, schema: Place, path: string[]): Place {
  const keywords: Record<string, string> = { "[]": "items", "[string]": "additionalProperties" };
  return path.reduce((place, part) => {
    const keyword = keywords[part];
    return [...resolvePlace(contract, place), ...(keyword ? [keyword] : ["properties", part])];
  }, schema);
}

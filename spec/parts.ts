/** Ways through a contract, ours and other people's, to its parts. */
import {
  type Contract,
  type JsonObject,
  type MediaType,
  type Method,
  methods,
  type Named,
  type Operation,
  type Parameter,
  type Reference,
  type Schema,
} from "./openapi.ts";
import { isObject, parsePointer, valueAt } from "./pointer.ts";

/**
 * What a reference leads to, or the object itself.
 *
 * @example
 * const response = resolve(contract, operation.responses["200"]); // Response, not a Reference
 * @throws when the contract has nothing there
 */
export function resolve<Thing extends object>(contract: Contract, thing: Thing | Reference): Thing {
  const followed = new Set<string>();
  let found: object = thing;
  while ("$ref" in found && typeof found.$ref === "string") {
    const target = followed.has(found.$ref)
      ? undefined
      : valueAt(contract, parsePointer(found.$ref));
    if (!isObject(target)) throw new Error(`${found.$ref} leads nowhere in the contract.`);
    followed.add(found.$ref);
    found = target;
  }
  // In a contract that lint accepts, a reference leads to a thing of the kind that it stands for.
  return found as Thing;
}

/** `Order` of `{ $ref: "#/components/schemas/Order" }`; undefined for what is not a reference. */
export function referenceName(thing: { $ref?: unknown }): string | undefined {
  return typeof thing.$ref === "string" ? parsePointer(thing.$ref).at(-1) : undefined;
}

/** `Order` of a reference to that component schema; undefined for anything else. */
export function schemaNameOf({ $ref }: { $ref?: unknown }): string | undefined {
  const [place, kind, name, ...rest] = typeof $ref === "string" ? parsePointer($ref) : [];
  return place === "components" && kind === "schemas" && rest.length === 0 ? name : undefined;
}

export type PlacedOperation = {
  path: string;
  method: Method;
  operation: Operation;
  /** Its `operationId`; without one, its method and path. */
  id: string;
};

/** All operations, path by path. */
export function operationsOf(contract: Contract): PlacedOperation[] {
  return Object.entries(contract.paths ?? {}).flatMap(([path, reference]) => {
    const item = resolve(contract, reference);
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      return [{ path, method, operation, id: operation.operationId ?? `${method} ${path}` }];
    });
  });
}

/**
 * The operation of that ID.
 *
 * @throws when the contract does not have it
 */
export function findOperation(contract: Contract, id: string): PlacedOperation {
  const operations = operationsOf(contract);
  const found = operations.find((placed) => placed.id === id);
  if (found) return found;
  const ids = operations.map((placed) => placed.id).join(", ");
  throw new Error(`The contract has no operation ${id}; it has ${ids}`);
}

/** The parameters of an operation, with those of its path that it does not declare anew. */
export function parametersOf(
  contract: Contract,
  { path, operation }: Pick<PlacedOperation, "path" | "operation">,
): Parameter[] {
  const shared = resolve(contract, contract.paths?.[path] ?? {}).parameters ?? [];
  const declared = [...shared, ...(operation.parameters ?? [])].map((each) =>
    resolve(contract, each),
  );
  const byPlace = new Map(
    declared.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
  );
  return [...byPlace.values()];
}

/** Whether a media type is JSON: `application/json`, `application/problem+json; charset=utf-8`. */
export const isJson = (mediaType: string): boolean => /^[^;]+[/+]json *(;|$)/i.test(mediaType);

/** The media type of a body that is JSON, if it has one. */
export function jsonOf(content: Named<MediaType> = {}): MediaType | undefined {
  return content["application/json"] ?? Object.entries(content).find(([name]) => isJson(name))?.[1];
}

/** The schemas of the components by name. */
export function schemasOf(contract: Contract): Named<Schema> {
  return contract.components?.schemas ?? {};
}

export interface OpenEnum {
  /** The one in `x-ms-enum`; a component without one has its own. */
  name?: string;
  /** Those that the contract lists; the service may send others. */
  values: string[];
}

/** The open enum that a schema declares, with `modelAsString` in its `x-ms-enum`. */
export function openEnumOf(schema: object): OpenEnum | undefined {
  const { enum: values, "x-ms-enum": extension }: JsonObject = { ...schema };
  if (!isObject(extension) || extension.modelAsString !== true || !Array.isArray(values)) {
    return undefined;
  }
  const { name } = extension;
  return { ...(typeof name === "string" ? { name } : {}), values: values.map(String) };
}

/**
 * The one reader of the contract: its types, as far as the project uses them, and ways through it.
 * What OpenAPI makes optional is optional here, so that other people's contracts can be read too.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type JsonObject = { [key: string]: unknown };

export type Contract = {
  openapi: string;
  info: Info;
  externalDocs?: ExternalDocs;
  servers?: Server[];
  security?: SecurityRequirement[];
  tags?: Tag[];
  paths?: Named<PathItem>;
  components?: {
    schemas?: Named<Schema>;
    responses?: Named<Response | Reference>;
    parameters?: Named<Parameter | Reference>;
    examples?: Named<Example | Reference>;
    requestBodies?: Named<RequestBody | Reference>;
    headers?: Named<Header | Reference>;
    securitySchemes?: Named<SecurityScheme | Reference>;
  };
};

export type Info = {
  title: string;
  version: string;
  summary?: string;
  description?: string;
  license?: { name: string };
};

export type Described = {
  description?: string;
  /** Where something is documented that the vendor's page lacks. */
  "x-addition"?: string;
};

export type ExternalDocs = { description?: string; url: string };

export type Server = Described & { url: string; variables?: Named<JsonObject> };

export type Tag = Described & { name: string; externalDocs?: ExternalDocs };

export type SecurityRequirement = Named<string[]>;

export type SecurityScheme = Described & { type: string; scheme?: string; bearerFormat?: string };

export type PathItem = { [M in Method]?: Operation } & {
  summary?: string;
  description?: string;
  parameters?: (Parameter | Reference)[];
};

export type Operation = Described & {
  operationId?: string;
  summary?: string;
  deprecated?: boolean;
  externalDocs?: ExternalDocs;
  security?: SecurityRequirement[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Named<Response | Reference>;
};

export type Parameter = Described & {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema?: Schema;
  example?: unknown;
};

export type Header = Described & { required?: boolean; schema?: Schema; example?: unknown };

export type RequestBody = Described & { required?: boolean; content?: Named<MediaType> };

export type Response = Described & {
  headers?: Named<Header | Reference>;
  content?: Named<MediaType>;
};

export type MediaType = { schema?: Schema; examples?: Named<Example | Reference> };

export type Example = Described & { summary?: string; value?: unknown };

export type Reference = { $ref: string; summary?: string; description?: string };

export type Schema = Described & {
  $ref?: string;
  type?: string | string[];
  title?: string;
  format?: string;
  properties?: Named<Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  enum?: unknown[];
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  deprecated?: boolean;
  /** The name of the definition on the vendor's page. */
  "x-dotnet-type"?: string;
  "x-ms-enum"?: { name?: string; modelAsString?: boolean };
  /** A sentence for each value of `enum`. */
  "x-enumDescriptions"?: Named<string>;
  /** Where values are documented that the vendor's page lacks. */
  "x-enumAdditions"?: Named<string>;
  /** What a status means for a caller that waits for an order. */
  "x-orderProgress"?: Named<string>;
};

type Named<Thing> = { [name: string]: Thing };

const methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"] as const;
export type Method = (typeof methods)[number];

/** The folder of the contract's source. */
export const specFolder: string = fileURLToPath(new URL(".", import.meta.url));

/** Path of the bundled contract, which `npm run generate` makes. */
export const bundlePath: string = fileURLToPath(new URL("dist/openapi.json", import.meta.url));

/** The bundled contract as text. @throws when it is missing, naming the command that makes it */
export function readBundle(): string {
  if (!existsSync(bundlePath)) {
    throw new Error("spec/dist/openapi.json is missing; run: npm run generate");
  }
  return readFileSync(bundlePath, "utf8");
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The contract in a string.
 *
 * @param name where the string is from, for the error
 * @throws when it is not an OpenAPI 3 document in JSON
 */
export function parseContract(text: string, name = "The contract"): Contract {
  let contract: unknown;
  try {
    contract = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    throw new Error(`${name} is not JSON: ${reason}`, { cause });
  }
  if (isContract(contract)) return contract;
  throw new Error(`${name} is not an OpenAPI 3 description. Give its bundle, in JSON.`);
}

/** The rest is for OpenAPI's own schema: Redocly lints our contract, and the gate's judges others. */
function isContract(value: unknown): value is Contract {
  return isObject(value) && /^3\./.test(String(value.openapi)) && isObject(value.info);
}

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

/** The parts of a JSON pointer, or of a URI fragment: `#/paths/~1x` → `paths`, `/x`. */
export function parsePointer(pointer: string): string[] {
  const decode = pointer.startsWith("#") ? decodeURIComponent : String;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function formatPointer(parts: readonly string[]): string {
  return parts.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value at a pointer's parts, or undefined. */
export function valueAt(document: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((node, part) => {
    if (Array.isArray(node)) return node[Number(part)];
    return isObject(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }, document);
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

/** The schemas of the components by name. */
export function schemasOf(contract: Contract): Named<Schema> {
  return contract.components?.schemas ?? {};
}

export interface OpenEnum {
  name: string;
  /** Those that the contract lists; the service may send others. */
  values: string[];
}

/** The open enum that a schema declares, with `modelAsString` in its `x-ms-enum`. */
export function openEnumOf(schema: object): OpenEnum | undefined {
  const { enum: values, "x-ms-enum": extension }: JsonObject = { ...schema };
  if (!isObject(extension) || extension.modelAsString !== true) return undefined;
  return Array.isArray(values)
    ? { name: String(extension.name), values: values.map(String) }
    : undefined;
}

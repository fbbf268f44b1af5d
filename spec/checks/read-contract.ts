import {
  type Contract,
  type Header,
  type MediaType,
  type Named,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  type Reference,
  type Response,
  resolve,
  type Schema,
  type SecurityScheme,
  subschemasOf,
} from "../contract.ts";
import type { BodyFact, Facts, ParameterFact, PropertyType } from "./facts.ts";
import { propertiesOf } from "./properties.ts";

/** Keywords that describe a value without restricting it. */
const annotations = ["description", "examples", "x-dotnet-type", "x-addition"];

/** The facts in the contract about one operation, without everything that is marked as an addition. */
export function readContract(contract: Contract, call: PlacedOperation): Facts {
  const servers = (contract.servers ?? []).filter((server) => !server["x-addition"]);
  const [server] = servers;
  if (!server || servers.length > 1) throw new Error("The pages have one server.");
  const { requestBody, responses = {} } = call.operation;
  const body = requestBody && resolve(contract, requestBody);
  return {
    method: call.method,
    server: server.url,
    path: call.path,
    parameters: {
      ...Object.fromEntries(
        parametersOf(contract, call).flatMap((parameter) => readParameter(contract, parameter)),
      ),
      ...readSecurity(contract, call),
    },
    ...(body && { requestBody: readBody(contract, "requestBody", body.content) }),
    responses: Object.fromEntries(
      Object.entries(responses).flatMap(([status, response]) =>
        readResponse(contract, status, response),
      ),
    ),
    definitions: Object.fromEntries(
      [...definitionsOf(contract, call)].map(([name, schema]) => [
        name,
        readDefinition(contract, schema),
      ]),
    ),
  };
}

function readParameter(contract: Contract, parameter: Parameter): [string, ParameterFact][] {
  const { name, in: place, required = false, schema = {}, "x-addition": addition } = parameter;
  if (addition) return [];
  return [[name, { in: place, required, type: `${readType(contract, schema)}` }]];
}

/** A bearer token that every call needs is what the page calls the header Authorization. */
function readSecurity(contract: Contract, { operation }: PlacedOperation): Facts["parameters"] {
  const alternatives = operation.security ?? contract.security ?? [];
  const required = alternatives.flatMap((alternative) => Object.keys(alternative));
  const bearer = required.some((name) => {
    const scheme = contract.components?.securitySchemes?.[name];
    return scheme && isBearer(resolve(contract, scheme));
  });
  return bearer ? { Authorization: { in: "header", required: true, type: "string" } } : {};
}

function isBearer({ type, scheme }: SecurityScheme): boolean {
  return type === "http" && scheme === "bearer";
}

function readResponse(
  contract: Contract,
  status: string,
  reference: Response | Reference,
): [string, BodyFact][] {
  const response = resolve(contract, reference);
  if (response["x-addition"]) return [];
  const headers = Object.values(response.headers ?? {}).filter(
    (header) => !resolve<Header>(contract, header)["x-addition"],
  );
  if (headers.length > 0) throw new Error(`${status}: the page has no response headers.`);
  return [[status, readBody(contract, status, response.content)]];
}

function readBody(contract: Contract, name: string, content: Named<MediaType> = {}): BodyFact {
  const mediaTypes = Object.keys(content);
  const types = Object.values(content).flatMap(
    ({ schema = {} }) => readTypeName(contract, schema) ?? [],
  );
  const [type] = types;
  if (type === undefined) return { mediaTypes };
  if (types.length !== mediaTypes.length || new Set(types).size > 1) {
    throw new Error(`${name}: the page has one type for all media types.`);
  }
  return { type, mediaTypes };
}

/** `Order`, or `Order[]` for a list of them; undefined for what the page has no name for. */
function readTypeName(contract: Contract, schema: Schema): string | undefined {
  const target = resolve(contract, schema);
  const item = target.items && readTypeName(contract, target.items);
  return target["x-dotnet-type"] ?? (item && `${item}[]`);
}

/**
 * The definitions that a page has to list, by their names on it: those that its request and its
 * responses consist of. The page names object types only; a named enum is an addition of ours.
 */
function definitionsOf(contract: Contract, { operation }: PlacedOperation): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const visited = new Set<Schema>();
  const visit = (schema: Schema): void => {
    const target = resolve(contract, schema);
    const isAddition = schema["x-addition"] ?? target["x-addition"];
    if (isAddition !== undefined || visited.has(target)) return;
    visited.add(target);
    const name = target["x-dotnet-type"];
    if (name !== undefined) found.set(name, target);
    for (const { schema } of subschemasOf(target)) visit(schema);
  };
  const { requestBody = {}, responses = {} } = operation;
  for (const owner of [requestBody, ...Object.values(responses)]) {
    const { content = {} } = resolve<Response>(contract, owner);
    for (const { schema } of Object.values(content)) if (schema) visit(schema);
  }
  return found;
}

function readDefinition(contract: Contract, schema: Schema): { [property: string]: PropertyType } {
  const properties = Object.entries(propertiesOf(contract, schema))
    .filter(([, property]) => !property["x-addition"])
    .map(([key, property]) => [key, readType(contract, property)]);
  return Object.fromEntries(properties);
}

/** The type as the page writes it. A constraint that the page lacks follows the type. */
function readType(contract: Contract, schema: Schema): PropertyType {
  if (schema.$ref !== undefined) {
    const target = resolve(contract, schema);
    const added = Object.keys(target["x-enumAdditions"] ?? {});
    const values = (target.enum ?? []).map(String).filter((value) => !added.includes(value));
    return target["x-dotnet-type"] ?? values.sort();
  }
  // A reference with words of its own.
  const [part, ...others] = schema.allOf ?? [];
  if (part && others.length === 0 && !schema.properties) return readType(contract, part);
  if (schema.type === "array" && schema.items) return `${readType(contract, schema.items)}[]`;
  const invented = Object.keys(schema).filter(
    (keyword) => !["type", "additionalProperties", ...annotations].includes(keyword),
  );
  return [`${schema.type}`, ...invented].join(" with ");
}

import {
  type Contract,
  type Header,
  operationsOf,
  type Parameter,
  type Reference,
  type Response,
  resolve,
  type Schema,
  type SecurityScheme,
  schemasOf,
} from "../contract.ts";
import type { Facts, ParameterFact, PropertyType, ResponseFact } from "./facts.ts";

/** Keywords that describe a value without restricting it. */
const annotations = ["description", "examples", "x-dotnet-type", "x-addition"];

/** The facts in the contract, without everything that it marks as an addition to the page. */
export function readContract(contract: Contract): Facts {
  const calls = operationsOf(contract);
  const servers = (contract.servers ?? []).filter((server) => !server["x-addition"]);
  const [call] = calls;
  const [server] = servers;
  if (!call || !server || calls.length > 1 || servers.length > 1) {
    throw new Error("The page has one call and one server.");
  }
  const { operation } = call;
  return {
    method: call.method,
    server: server.url,
    path: call.path,
    parameters: {
      ...Object.fromEntries(
        (operation.parameters ?? []).flatMap((parameter) => readParameter(contract, parameter)),
      ),
      ...readSecurity(contract),
    },
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
        readResponse(contract, status, response),
      ),
    ),
    definitions: Object.fromEntries(
      Object.values(schemasOf(contract)).flatMap((schema) => readDefinition(contract, schema)),
    ),
  };
}

function readParameter(
  contract: Contract,
  reference: Parameter | Reference,
): [string, ParameterFact][] {
  const {
    name,
    in: place,
    required = false,
    schema = {},
    "x-addition": addition,
  } = resolve(contract, reference);
  if (addition) return [];
  return [[name, { in: place, required, type: `${readType(contract, schema)}` }]];
}

/** A bearer token that every call needs is what the page calls the header Authorization. */
function readSecurity(contract: Contract): Facts["parameters"] {
  const required = (contract.security ?? []).flatMap((alternative) => Object.keys(alternative));
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
): [string, ResponseFact][] {
  const response = resolve(contract, reference);
  if (response["x-addition"]) return [];
  const headers = Object.values(response.headers ?? {}).filter(
    (header) => !resolve<Header>(contract, header)["x-addition"],
  );
  if (headers.length > 0) throw new Error(`${status}: the page has no response headers.`);
  const content = response.content ?? {};
  const types = Object.values(content).flatMap(
    ({ schema = {} }) => resolve(contract, schema)["x-dotnet-type"] ?? [],
  );
  const mediaTypes = Object.keys(content);
  const [type] = types;
  if (type === undefined) return [[status, { mediaTypes }]];
  if (types.length !== mediaTypes.length || new Set(types).size > 1) {
    throw new Error(`${status}: the page has one type for all media types.`);
  }
  return [[status, { type, mediaTypes }]];
}

/** The page names object types only; a named enum is an addition of ours. */
function readDefinition(
  contract: Contract,
  schema: Schema,
): [string, { [property: string]: PropertyType }][] {
  const name = schema["x-dotnet-type"];
  if (name === undefined) return [];
  const properties = Object.entries(schema.properties ?? {})
    .filter(([, property]) => !property["x-addition"])
    .map(([key, property]) => [key, readType(contract, property)]);
  return [[name, Object.fromEntries(properties)]];
}

/** The type as the page writes it. A constraint that the page lacks follows the type. */
function readType(contract: Contract, schema: Schema): PropertyType {
  if (schema.$ref !== undefined) {
    const target = resolve(contract, schema);
    const added = Object.keys(target["x-enumAdditions"] ?? {});
    const values = (target.enum ?? []).map(String).filter((value) => !added.includes(value));
    return target["x-dotnet-type"] ?? values.sort();
  }
  if (schema.type === "array" && schema.items) return `${readType(contract, schema.items)}[]`;
  const invented = Object.keys(schema).filter(
    (keyword) => !["type", "additionalProperties", ...annotations].includes(keyword),
  );
  return [`${schema.type}`, ...invented].join(" with ");
}

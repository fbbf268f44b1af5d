import { type Contract, lookUp, type Schema } from "./contract.ts";
import type { Facts, MemberType, ParameterFact, ResponseFact } from "./facts.ts";

/** Keywords that say something about a value without narrowing it. */
const annotations = ["description", "examples", "x-dotnet-type", "x-addition"];

/** The facts that the contract states, less everything that it marks as an addition to the page. */
export function readContract(contract: Contract): Facts {
  const calls = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const servers = contract.servers.filter((server) => !server["x-addition"]);
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
        operation.parameters.flatMap(({ $ref }) => readParameter(contract, $ref)),
      ),
      ...readSecurity(contract),
    },
    responses: Object.fromEntries(
      Object.entries(operation.responses).flatMap(([status, { $ref }]) =>
        readResponse(contract, status, $ref),
      ),
    ),
    definitions: Object.fromEntries(
      Object.values(contract.components.schemas).flatMap((schema) =>
        readDefinition(contract, schema),
      ),
    ),
  };
}

function readParameter(contract: Contract, reference: string): [string, ParameterFact][] {
  const {
    name,
    in: place,
    required = false,
    schema,
    "x-addition": addition,
  } = lookUp(contract.components.parameters, reference);
  if (addition) return [];
  return [[name, { in: place, required, type: `${readType(contract, schema)}` }]];
}

/** A bearer token that every call needs is what the page calls the header Authorization. */
function readSecurity(contract: Contract): Facts["parameters"] {
  const required = contract.security.flatMap((alternative) => Object.keys(alternative));
  const schemes = required.map((name) => contract.components.securitySchemes[name]);
  const bearer = schemes.some((scheme) => scheme?.type === "http" && scheme.scheme === "bearer");
  return bearer ? { Authorization: { in: "header", required: true, type: "string" } } : {};
}

function readResponse(
  contract: Contract,
  status: string,
  reference: string,
): [string, ResponseFact][] {
  const response = lookUp(contract.components.responses, reference);
  if (response["x-addition"]) return [];
  const headers = Object.entries(response.headers).filter(
    ([, { $ref }]) => !lookUp(contract.components.headers, $ref)["x-addition"],
  );
  if (headers.length > 0) throw new Error(`${status}: the page has no response headers.`);
  const types = Object.values(response.content).flatMap(
    ({ schema }) => lookUp(contract.components.schemas, schema.$ref)["x-dotnet-type"] ?? [],
  );
  const mediaTypes = Object.keys(response.content);
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
): [string, { [member: string]: MemberType }][] {
  const name = schema["x-dotnet-type"];
  if (name === undefined) return [];
  const members = Object.entries(schema.properties ?? {}).filter(
    ([, member]) => !member["x-addition"],
  );
  return [
    [name, Object.fromEntries(members.map(([member, type]) => [member, readType(contract, type)]))],
  ];
}

/** The type as the page writes it. A constraint that the page lacks shows up behind the type. */
function readType(contract: Contract, schema: Schema): MemberType {
  if (schema.$ref !== undefined) {
    const target = lookUp(contract.components.schemas, schema.$ref);
    const added = Object.keys(target["x-enumAdditions"] ?? {});
    const values = (target.enum ?? []).filter((value) => !added.includes(value));
    return target["x-dotnet-type"] ?? values.sort();
  }
  if (schema.type === "array" && schema.items) return `${readType(contract, schema.items)}[]`;
  const invented = Object.keys(schema).filter(
    (keyword) => !["type", "additionalProperties", ...annotations].includes(keyword),
  );
  return [`${schema.type}`, ...invented].join(" with ");
}

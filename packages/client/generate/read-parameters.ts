/** The arguments of an operation: its parameters, and the body of its request. */
import {
  argumentNameOf,
  type Contract,
  isJson,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  requestBodyOf,
} from "@partner-center/spec";
import { checkedType, type ParameterType, parameterType, typesOf } from "./value-types.ts";

/** One argument of a method. */
export interface Argument {
  readonly argument: string;
  readonly place: "path" | "query" | "header" | "body";
  /** As it is sent; of a body, its type of content. */
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: Pick<ParameterType, "checked" | "typescript" | "imports">;
  readonly description: string;
  readonly default: unknown;
  readonly isDeprecated: boolean;
}

/** How openapi-fetch writes arrays and objects in a query, where that is not its own default. */
export type QueryStyles = { array?: QueryStyle; object?: QueryStyle };
type QueryStyle = { style: string; explode: boolean };

/** What is wrong, and what to do about it. */
export type Problem = (problem: string, wayOut?: string) => void;

/** Set by the transport and by openapi-fetch, whatever the contract says. */
const ownHeaders =
  /^(authorization|ms-contract-version|ms-requestid|ms-correlationid|accept|content-type)$/i;

/** Whether a parameter is an argument: others are options of the client or of the call. */
export function isArgument({ in: place, name }: Parameter): boolean {
  return place === "header" ? !ownHeaders.test(name) : place !== "path" || name !== "version";
}

/** The arguments of an operation, and what openapi-fetch has to know of its query. */
export function readArguments(
  contract: Contract,
  placed: PlacedOperation,
  typeName: string,
  problem: Problem,
): { given: Argument[]; query: QueryStyles } {
  const parameters = parametersOf(contract, placed);
  checkPath(placed.path, parameters, problem);
  const query: QueryStyles = {};
  const given = parameters
    .filter(isArgument)
    .flatMap((parameter) => readParameter(contract, parameter, query, problem) ?? []);
  const body = readBody(contract, placed, typeName, problem);
  const all = body ? [...given, body] : given;
  checkNames(all, problem);
  return { given: all, query };
}

/** Each part of the path that is open needs a parameter, or it would be sent as `{order_id}`. */
function checkPath(path: string, parameters: readonly Parameter[], problem: Problem): void {
  const declared = parameters.filter((each) => each.in === "path").map(({ name }) => name);
  const open = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const missing = open.find((name) => !declared.includes(name));
  const unused = declared.find((name) => !open.includes(name));
  if (missing !== undefined)
    problem(`its path parameter "${missing}" is not declared`, "declare it");
  if (unused !== undefined) problem(`its path has no "{${unused}}"`, "leave the parameter out");
}

function readParameter(
  contract: Contract,
  parameter: Parameter,
  query: QueryStyles,
  problem: Problem,
): Argument | undefined {
  const { name, in: place, schema = {}, description = "", deprecated = false } = parameter;
  const label = `the ${place} parameter "${name}"`;
  if (place === "cookie")
    return void problem(`${label} is a cookie, which openapi-fetch leaves out`);
  if (parameter.content) return void problem(`${label} has content in place of a schema`);
  const type = parameterType(contract, schema);
  const wrong = type
    ? findFlaw(parameter, type, query)
    : "is neither plain nor a flat array or object";
  if (!type || wrong) return void problem(`${label} ${wrong}, so openapi-fetch cannot write it`);
  const isOptional = place !== "path" && !parameter.required;
  const argument = argumentNameOf(name);
  const shared = { argument, place, name, isOptional, type, description };
  return { ...shared, default: schema.default, isDeprecated: deprecated };
}

/** Why openapi-fetch would not write a parameter as the contract says. Notes what it has to know. */
function findFlaw(
  { in: place, name, style, explode, allowReserved }: Parameter,
  { kind }: ParameterType,
  query: QueryStyles,
): string | undefined {
  if (place === "path") {
    if (!/^[\w-][\w.-]*$/.test(name)) return "has a name with other characters";
    if (style && style !== "simple") return `has the style ${style}`;
  }
  if (place !== "query") return kind === "object" ? "is an object" : undefined;
  if (!/^[\w.$@:[\]-]+$/.test(name)) return "has a name with other characters";
  if (allowReserved) return "has allowReserved";
  if (kind === "plain") return undefined;
  const chosen = { style: style ?? "form", explode: explode ?? (style ?? "form") === "form" };
  const known = { array: /^(form|spaceDelimited|pipeDelimited)$/, object: /^(form|deepObject)$/ };
  if (!known[kind].test(chosen.style)) return `has the style ${chosen.style}`;
  const isUsual = kind === "array" ? chosen.explode : chosen.style === "deepObject";
  const wanted = isUsual ? {} : { [kind]: chosen };
  const before = JSON.stringify(Object.hasOwn(query, kind) ? { [kind]: query[kind] } : wanted);
  Object.assign(query, isUsual ? { [kind]: undefined } : wanted);
  if (before !== JSON.stringify(wanted)) return `has another style than an ${kind} before it`;
  return undefined;
}

function readBody(
  contract: Contract,
  { method, operation }: PlacedOperation,
  typeName: string,
  problem: Problem,
): Argument | undefined {
  const body = requestBodyOf(contract, operation);
  if (!body) return undefined;
  if (/^(get|head|trace)$/.test(method)) return void problem(`fetch sends no body with ${method}`);
  const content = Object.entries(body.content ?? {}).filter(([name]) => isJson(name));
  const [name, { schema = {} } = {}] =
    content.find(([each]) => each === "application/json") ?? content[0] ?? [];
  if (!name) return void problem("the body of its request is not JSON");
  if (content.some(([, each]) => JSON.stringify(each.schema) !== JSON.stringify(schema))) {
    return void problem("the body of its request has several schemas");
  }
  const typescript = `${typeName}Body`;
  return {
    argument: "body",
    place: "body",
    name,
    isOptional: !body.required,
    type: { checked: checkedType(typesOf(contract, schema)), typescript, imports: [typescript] },
    description: body.description || "The body of the request.",
    default: undefined,
    isDeprecated: false,
  };
}

/** Names have to be distinct and safe: what an object inherits would be taken for an argument. */
function checkNames(given: readonly Argument[], problem: Problem): void {
  for (const [index, { argument, name, place }] of given.entries()) {
    const label = `the ${place} parameter "${name}"`;
    const other = given.slice(0, index).find((each) => each.argument === argument);
    const rename = "rename it in the contract, or leave the operation to createFetch";
    if (argument === "body" && place !== "body") {
      problem(`${label} is called like the argument for a body`, rename);
    } else if (other) {
      problem(`${label} and "${other.name}" would both be the argument ${argument}`, rename);
    } else if (!/^[A-Za-z]\w*$/.test(argument) || argument in {}) {
      problem(`${label} cannot be the argument "${argument}"`, rename);
    }
  }
}

import {
  isOptions,
  mustBe,
  readFlat,
  requireHeader,
  requireSegment,
  requireType,
} from "./arguments.ts";

/** How an operation of the contract is called, and what it gives: `generated/operations.ts` has them. */
export interface Operation {
  readonly method: string;
  /** As in the contract, with `{names}`. */
  readonly path: string;
  /** By the name of the argument. The path parameter `version` is an option of the client instead. */
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** How arrays and objects are written in the query, where openapi.ts has to be told. */
  readonly query?: { readonly array?: object; readonly object?: object };
  /** The bodies that count as a success; without any, a success has no body. */
  readonly success?: readonly Shape[];
  /** What to do about an error, by its status. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Where a value goes, under which name, and its {@link isA | type}. The name of a body is its type of content. */
type Parameter = readonly [
  place: "path" | "query" | "header" | "body",
  name: string,
  type: string,
  isOptional?: "optional",
];

/** What a body is: its {@link isA | type}, how a message calls it, and its properties if it is an object. */
export type Shape = readonly [type: string, name: string, properties?: RegExp];

/** The values of a call by where they go, as openapi.ts takes them. */
export interface Values extends Record<"path" | "query" | "header", Record<string, unknown>> {
  body?: unknown;
}

/**
 * Checks the arguments of a call, and sorts them by where they go. Those that the contract does not know
 * are left out.
 * @throws ArgumentError for one that is missing or cannot be sent
 */
export function readArguments(
  { parameters = {} }: Operation,
  given: unknown,
  version: string,
): Values {
  let named = given;
  if (!isOptions(named)) {
    const required = Object.keys(parameters).filter((name) => !parameters[name]?.[3]);
    const form = `an object such as { ${required.join(", ")} }`;
    mustBe(named === undefined && !required.length, "parameters", form, named);
    named = {};
  }
  const values: Values = { path: { version }, query: {}, header: {} };
  for (const [argument, [place, name, type, isOptional]] of Object.entries(parameters)) {
    const value = Object(named)[argument];
    if (value === undefined && isOptional) continue;
    requireType(argument, type, value);
    if (place === "body") {
      values.body = value;
      values.header["content-type"] = name;
      continue;
    }
    if (place === "path") requireSegment(argument, value);
    if (place === "header") requireHeader(argument, name, value);
    const isFlat = place === "query" && type === "object";
    values[place][name] = isFlat ? readFlat(argument, value) : value;
  }
  return values;
}

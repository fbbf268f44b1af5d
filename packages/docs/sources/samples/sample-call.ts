import {
  argumentNameOf,
  bodyExamples,
  type Contract,
  jsonOf,
  type Parameter,
  type PlacedOperation,
  parameterExamples,
  parametersOf,
  requestBodyOf,
} from "@partner-center/spec";

/** A value that a program reads from its environment. */
export interface SampleValue {
  /** In the contract. */
  name: string;
  /** Of the client's method. */
  argument: string;
  /** The environment variable. */
  variable: string;
  isNumber: boolean;
  /** The contract's example. */
  example: string;
}

/** What a sample of an operation sends: what the operation requires, and no more. */
export interface SampleCall {
  /** Of the client's method. */
  name: string;
  title: string;
  method: string;
  /** The service, without a slash at its end. */
  origin: string;
  /** Strings and values in turns: `/v1/customers/`, the customer ID, `/orders/`, the order ID. */
  path: readonly (string | SampleValue)[];
  query: readonly SampleValue[];
  headers: readonly SampleValue[];
  /** The names of headers that take a new GUID in each request. */
  ids: readonly string[];
  /** An example of the body, when the operation takes JSON. */
  body?: unknown;
}

export function sampleCall(contract: Contract, placed: PlacedOperation): SampleCall {
  const { path, method, operation, id } = placed;
  const parameters = parametersOf(contract, placed);
  const readValue = (parameter: Parameter): SampleValue => ({
    name: parameter.name,
    argument: argumentNameOf(parameter.name),
    variable: parameter.name.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase(),
    isNumber: /^(integer|number)$/.test(String(parameter.schema?.type)),
    example: String(parameterExamples(contract, parameter)[0] ?? ""),
  });
  const required = (place: string) =>
    parameters.filter((each) => each.in === place && each.required).map(readValue);
  const json = jsonOf(requestBodyOf(contract, operation)?.content);
  const [, body = {}] = (json && bodyExamples(contract, json)[0]) ?? [];
  return {
    name: id,
    title: operation.summary ?? id,
    method: method.toUpperCase(),
    origin: (contract.servers?.[0]?.url ?? "https://example.com").replace(/\/$/, ""),
    path: pathOf(path, parameters.filter((each) => each.in === "path").map(readValue)),
    query: required("query"),
    headers: required("header"),
    ids: parameters
      .filter(({ name }) => /^ms-(requestid|correlationid)$/i.test(name))
      .map(({ name }) => name),
    ...(json && { body }),
  };
}

/** A parameter that is only part of a segment, such as the `1` of `v1`, is a string. */
function pathOf(path: string, values: readonly SampleValue[]): (string | SampleValue)[] {
  const valueNamed = (name: string) => values.find((value) => value.name === name);
  const filled = path.replace(
    /(?<=[^/])\{([^{}]+)\}/g,
    (_all, name: string) => valueNamed(name)?.example ?? "",
  );
  return filled
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? (valueNamed(part.slice(1, -1)) ?? part) : part));
}

/** All values that a program has to be given. */
export const valuesOf = ({ path, query, headers }: SampleCall): SampleValue[] => [
  ...path.filter((part) => typeof part !== "string"),
  ...query,
  ...headers,
];

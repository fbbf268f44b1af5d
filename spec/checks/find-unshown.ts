import {
  bodyExamples,
  type Contract,
  operationsOf,
  parameterExamples,
  parametersOf,
  resolve,
  type Schema,
  schemasOf,
  subschemasOf,
} from "../contract.ts";

/** The links of an order have no body and no headers, so there is nothing to show inside. */
const neverSent = ["body", "key", "value"];

/**
 * The properties and enum values that no example shows, a sentence each with what to do. A value may
 * also be shown in the `examples` of its enum.
 */
export function findUnshown(contract: Contract): string[] {
  const shown = new Set<string>();
  for (const example of Object.values(contract.components?.examples ?? {})) {
    collect(resolve(contract, example).value, shown);
  }
  const schemas = new Map<string, Schema>(Object.entries(schemasOf(contract)));
  for (const call of operationsOf(contract)) {
    const { requestBody, responses = {} } = call.operation;
    for (const parameter of parametersOf(contract, call)) {
      collect(parameterExamples(contract, parameter), shown);
      schemas.set(`${call.id} ${parameter.name}`, parameter.schema ?? {});
    }
    const bodies = { ...responses, ...(requestBody && { body: requestBody }) };
    for (const [name, body] of Object.entries(bodies)) {
      for (const media of Object.values(resolve(contract, body).content ?? {})) {
        for (const [, value] of bodyExamples(contract, media)) collect(value, shown);
        schemas.set(`${call.id} ${name}`, media.schema ?? {});
      }
    }
  }
  const isShown = (name: string) => neverSent.includes(name) || shown.has(name);
  return [...schemas].flatMap(([name, schema]) => findInside(name, schema, isShown));
}

/** In a schema and what is written out within it; references lead to what has a name of its own. */
function findInside(name: string, schema: Schema, isShown: (name: string) => boolean): string[] {
  const { properties = {}, enum: values = [], examples = [] } = schema;
  return [
    ...Object.keys(properties)
      .filter((key) => !isShown(key))
      .map((key) => `${name}.${key} is in no example: show it in components/examples.`),
    ...values
      .filter((value) => !isShown(String(value)) && !examples.includes(value))
      .map(
        (value) => `${name} "${value}" is in no example: show it there or in the enum's examples.`,
      ),
    ...subschemasOf(schema).flatMap(({ place, schema: inner }) => {
      const [keyword, key] = place;
      return findInside(keyword === "properties" ? `${name}.${key}` : name, inner, isShown);
    }),
  ];
}

/** Collects the names of all properties, and all values. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== "object") into.add(String(value));
  if (typeof value !== "object" || value === null) return;
  for (const [key, property] of Object.entries(value)) {
    into.add(key);
    collect(property, into);
  }
}

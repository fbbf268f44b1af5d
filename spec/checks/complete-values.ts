import { type Contract, isObject, resolve, type Schema } from "../contract.ts";

/** Of a request, whatever is read-only is left out; of a response, what is write-only. */
export type Direction = "request" | "response";

/**
 * Values that together have every property that a schema allows, each with the value of its own
 * example. One is enough unless the schema has alternatives.
 *
 * @param place what the schema is of, for the error
 * @throws when a string, number or boolean has no example
 */
export function completeValues(
  contract: Contract,
  schema: Schema,
  direction: Direction,
  place: string,
  outer: readonly Schema[] = [],
): unknown[] {
  const target = resolve(contract, schema);
  const name = schema.$ref ?? place;
  // `redocly drift` wants a schema within itself once, and the property that would hold it again.
  if (outer.filter((each) => each === target).length > 1) return target.required ? [] : [{}];
  const inside = (part: Schema, at: string) =>
    completeValues(contract, part, direction, at, [...outer, target]);

  const { allOf = [], oneOf = [], anyOf = [], properties, items } = target;
  const alternatives = [...oneOf, ...anyOf].flatMap((part) => inside(part, name));
  const parts = [
    ...allOf.map((part) => inside(part, name)),
    ...(alternatives.length > 0 ? [alternatives] : []),
    ...Object.entries(properties ?? {})
      .filter(([, property]) => !isLeftOut(contract, property, direction))
      .map(([key, property]) =>
        inside(property, `${name}/${key}`).map((value) => ({ [key]: value })),
      ),
  ].filter((values) => values.length > 0);
  if (parts.length > 0 || properties) return zip(parts);
  if (items) return [inside(items, `${name}/items`)];
  return [plainValue(target, name)];
}

function isLeftOut(contract: Contract, property: Schema, direction: Direction): boolean {
  const { readOnly, writeOnly } = { ...resolve(contract, property), ...property };
  return (direction === "request" ? readOnly : writeOnly) === true;
}

/** As many values as the part with the most has: each of one value of every part. */
function zip(parts: unknown[][]): unknown[] {
  const count = Math.max(1, ...parts.map((values) => values.length));
  return Array.from({ length: count }, (_, index) => {
    const chosen = parts.map((values) => values[index % values.length]);
    return chosen.every(isObject) ? Object.assign({}, ...chosen) : chosen[0];
  });
}

function plainValue(schema: Schema, name: string): unknown {
  const { examples = [], example, const: constant, enum: values = [], default: usual } = schema;
  const found = [examples[0], example, constant, values[0], usual].find(
    (each) => each !== undefined,
  );
  if (found !== undefined) return found;
  if (schema.type === "object") return {};
  throw new Error(`${name} has no example to take a value from.`);
}

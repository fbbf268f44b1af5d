import { type Contract, resolve, type Schema } from "../contract.ts";

/**
 * The contract with one more example for each JSON body, called `complete`: every property that the
 * body may have, with the value of the property's own example.
 *
 * @throws when a property without properties of its own has no example
 */
export function addCompleteExamples(contract: Contract): Contract {
  const copy = structuredClone(contract);
  for (const [name, response] of Object.entries(copy.components?.responses ?? {})) {
    const media = resolve(copy, response).content?.["application/json"];
    if (!media?.schema) continue;
    media.examples = {
      ...media.examples,
      complete: { value: completeValue(copy, media.schema, name) },
    };
  }
  return copy;
}

function completeValue(contract: Contract, schema: Schema, name: string): unknown {
  if (schema.$ref) return completeValue(contract, resolve(contract, schema), schema.$ref);
  if (schema.properties) {
    const properties = Object.entries(schema.properties).map(([key, property]) => [
      key,
      completeValue(contract, property, `${name}/${key}`),
    ]);
    return Object.fromEntries(properties);
  }
  if (schema.items) return [completeValue(contract, schema.items, `${name}/items`)];
  const [example] = schema.examples ?? [];
  if (example === undefined) throw new Error(`${name} has no example to take a value from.`);
  return example;
}

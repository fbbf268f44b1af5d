import type { Contract, Schema } from "./contract.ts";
import { lookUp } from "./contract.ts";

/**
 * The contract with one more example for each JSON body, called `complete`: every member that the
 * body may have, with the value that the member's own example gives.
 *
 * @throws when a member without members of its own has no example
 */
export function addCompleteExamples(contract: Contract): Contract {
  const copy = structuredClone(contract);
  for (const [name, { content }] of Object.entries(copy.components.responses)) {
    const media = content["application/json"];
    if (!media) continue;
    const complete = `complete-${name}`;
    copy.components.examples[complete] = { value: completeValue(copy, media.schema, name) };
    media.examples.complete = { $ref: `#/components/examples/${complete}` };
  }
  return copy;
}

function completeValue(contract: Contract, schema: Schema, name: string): unknown {
  if (schema.$ref) {
    const target = lookUp(contract.components.schemas, schema.$ref);
    return completeValue(contract, target, `${name}: ${schema.$ref}`);
  }
  if (schema.properties) {
    const members = Object.entries(schema.properties).map(([key, property]) => [
      key,
      completeValue(contract, property, `${name}/${key}`),
    ]);
    return Object.fromEntries(members);
  }
  if (schema.items) return [completeValue(contract, schema.items, `${name}/items`)];
  const [example] = Array.isArray(schema.examples) ? schema.examples : [];
  if (example === undefined) throw new Error(`${name} has no example to take a value from.`);
  return example;
}

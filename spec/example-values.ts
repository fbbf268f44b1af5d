/** Values that the contract itself gives as examples. */
import type { Contract, MediaType, Parameter } from "./openapi.ts";
import { resolve } from "./parts.ts";

/** The examples of a parameter, or else of its schema. */
export function parameterExamples(contract: Contract, parameter: Parameter): unknown[] {
  const named = Object.values(parameter.examples ?? {}).map(
    (example) => resolve(contract, example).value,
  );
  const schema = resolve(contract, parameter.schema ?? {});
  const own = [parameter.example, ...named].filter((value) => value !== undefined);
  if (own.length > 0) return own;
  return [...(schema.examples ?? []), schema.example, schema.default].filter(
    (value) => value !== undefined,
  );
}

/** The examples of a body in one media type, by name. */
export function bodyExamples(
  contract: Contract,
  media: MediaType,
): [name: string, value: unknown][] {
  const named = Object.entries(media.examples ?? {}).map(([name, example]): [string, unknown] => [
    name,
    resolve(contract, example).value,
  ]);
  return media.example === undefined ? named : [["example", media.example], ...named];
}

/** Values that the contract itself gives as examples. */
import { type Contract, type MediaType, type Parameter, resolve } from "./contract.ts";

/** The first example of a parameter, undefined without one. */
export function parameterExample(contract: Contract, parameter: Parameter): unknown {
  const [named] = Object.values(parameter.examples ?? {});
  const { examples = [], example, default: usual } = resolve(contract, parameter.schema ?? {});
  const [ofSchema] = examples;
  return [
    parameter.example,
    named && resolve(contract, named).value,
    ofSchema,
    example,
    usual,
  ].find((value) => value !== undefined);
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

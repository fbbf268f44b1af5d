import {
  type Contract,
  jsonOf,
  type MediaType,
  operationsOf,
  requestBodyOf,
  resolve,
} from "../contract.ts";
import { completeValues, type Direction } from "./complete-values.ts";

/**
 * The contract with more examples of each JSON body, called `complete`, `complete-2` and so on.
 * Together they show every property that the body may have, with the value of its own example.
 *
 * @throws when a string, number or boolean has no example
 */
export function addCompleteExamples(contract: Contract): Contract {
  const copy = structuredClone(contract);
  for (const { id, operation } of operationsOf(copy)) {
    const request = jsonOf(requestBodyOf(copy, operation)?.content);
    if (request) addExamples(copy, request, "request", `${id}'s body`);
    for (const [status, response] of Object.entries(operation.responses ?? {})) {
      const media = jsonOf(resolve(copy, response).content);
      if (media) addExamples(copy, media, "response", `${id}'s ${status}`);
    }
  }
  return copy;
}

function addExamples(
  contract: Contract,
  media: MediaType,
  direction: Direction,
  place: string,
): void {
  const values = media.schema ? completeValues(contract, media.schema, direction, place) : [];
  const complete = values.map((value, index) => [
    index === 0 ? "complete" : `complete-${index + 1}`,
    { value },
  ]);
  const { example } = media;
  const named = example === undefined ? media.examples : { example: { value: example } };
  media.examples = { ...named, ...Object.fromEntries(complete) };
  // Beside it the mock would not find the others.
  delete media.example;
}

/** Which bodies an operation has: what its request takes, and what a success or an error sends. */
import type { Contract, MediaType, Named, Operation, RequestBody, Response } from "./openapi.ts";
import { isJson, resolve } from "./parts.ts";

/** The responses of an operation that are successes, or errors, by their status in the contract. */
export function responsesOf(
  contract: Contract,
  operation: Operation,
  kind: "success" | "error",
): [status: string, response: Response][] {
  const responses = operation.responses ?? {};
  const isSuccess = (status: string) => /^2/.test(status);
  // `default` stands for each status that is not listed; without a 2xx, for the success too.
  const isWanted = {
    success: Object.keys(responses).some(isSuccess)
      ? isSuccess
      : (status: string) => status === "default",
    error: (status: string) => !/^[123]/.test(status),
  }[kind];
  return Object.entries(responses)
    .filter(([status]) => isWanted(status))
    .map(([status, response]) => [status, resolve(contract, response)]);
}

/** The body that an operation's request takes, if it takes one. */
export function requestBodyOf(
  contract: Contract,
  { requestBody }: Operation,
): RequestBody | undefined {
  return requestBody && resolve(contract, requestBody);
}

/**
 * The media types that tell what a body is: the JSON ones, each schema once; of a body that is never
 * JSON, the first.
 */
export function bodyTypesOf(
  content: Named<MediaType> | null | undefined,
): [name: string, type: MediaType][] {
  const types = Object.entries(content ?? {});
  const json = types.filter(([name]) => isJson(name));
  const bySchema = new Map(
    (json.length > 0 ? json : types.slice(0, 1))
      .reverse()
      .map((each) => [JSON.stringify(each[1].schema), each]),
  );
  return [...bySchema.values()].reverse();
}

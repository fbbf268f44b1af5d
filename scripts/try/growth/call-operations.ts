/** Calls every operation of a contract through a built client, with the contract's own examples. */
import { isDeepStrictEqual } from "node:util";
import {
  argumentNameOf,
  bodyExamples,
  type Contract,
  jsonOf,
  type MediaType,
  operationsOf,
  type PlacedOperation,
  parameterExamples,
  parametersOf,
  requestBodyOf,
  responsesOf,
} from "@partner-center/spec";
import { startMock } from "@partner-center/spec/mock";
import { isArgument } from "../../../packages/client/generate/read-parameters.ts";

/** What a copy's client and its `validate` entry export, as far as it is used here. */
export interface BuiltClient {
  createClient(options: object): object;
  validate(options: object): unknown;
}

/**
 * Calls each operation once for each success that it may have, on the mock, with every argument.
 *
 * @param bundle path of the contract, for the mock
 * @returns how many calls there were
 * @throws with every call that failed or resolved to something else than the contract's example
 */
export async function callOperations(
  contract: Contract,
  bundle: string,
  { createClient, validate }: BuiltClient,
): Promise<number> {
  await using mock = await startMock({ contract: bundle });
  const problems: string[] = [];
  const calls = operationsOf(contract).flatMap((placed) =>
    responsesOf(contract, placed.operation, "success").map(([status, response]) => ({
      placed,
      status,
      response,
    })),
  );
  for (const { placed, status, response } of calls) {
    const client = createClient({
      credential: "any-token-will-do",
      baseUrl: mock.url,
      headers: { prefer: `code=${status}` },
      validate: validate({ mode: "throw" }),
    });
    try {
      const method: unknown = Reflect.get(client, placed.id);
      if (typeof method !== "function") throw new Error("the client has no such method");
      const result: { data: unknown } = await method.call(client, argumentsOf(contract, placed));
      if (!isDeepStrictEqual(result.data, exampleOf(contract, jsonOf(response.content)))) {
        throw new Error(`it resolved to ${JSON.stringify(result.data)}`);
      }
    } catch (error) {
      problems.push(`${placed.id}, ${status}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return calls.length;
}

/** Every argument of an operation, with the value of its example. */
function argumentsOf(contract: Contract, placed: PlacedOperation): object {
  const json = jsonOf(requestBodyOf(contract, placed.operation)?.content);
  const parameters = parametersOf(contract, placed)
    .filter(isArgument)
    .map((parameter) => [
      argumentNameOf(parameter.name),
      parameterExamples(contract, parameter)[0],
    ]);
  return { ...Object.fromEntries(parameters), ...(json && { body: exampleOf(contract, json) }) };
}

/** The first example of a body; undefined when there is none. */
const exampleOf = (contract: Contract, media?: MediaType): unknown =>
  media && bodyExamples(contract, media)[0]?.[1];

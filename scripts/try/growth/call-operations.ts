/** Calls every operation of a contract through a built client, with the contract's own examples. */
import { isDeepStrictEqual } from "node:util";
import {
  argumentNameOf,
  type Contract,
  jsonOf,
  type MediaType,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  type Response,
  resolve,
} from "@partner-center/spec";
import { startMock } from "@partner-center/spec/mock";

/** What a copy's client and its `validate` entry export, as far as it is used here. */
export interface BuiltClient {
  createClient(options: object): object;
  validate(options: object): unknown;
}

/** The transport sends these itself. */
const ofTransport = ["authorization", "ms-requestid", "ms-correlationid"];

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
    Object.entries(placed.operation.responses ?? {})
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => ({ placed, status, response: resolve(contract, response) })),
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
      if (!isDeepStrictEqual(result.data, exampleOf(contract, response))) {
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
  const { requestBody } = placed.operation;
  const content = requestBody && resolve(contract, requestBody).content;
  const parameters = parametersOf(contract, placed)
    .filter(({ name }) => name !== "version" && !ofTransport.includes(name.toLowerCase()))
    .map((parameter) => [argumentNameOf(parameter.name), firstExample(contract, parameter)]);
  return {
    ...Object.fromEntries(parameters),
    ...(content && { body: firstExample(contract, jsonOf(content) ?? {}) }),
  };
}

/** What the mock's response holds: undefined when it has no body. */
const exampleOf = (contract: Contract, { content }: Response): unknown =>
  content && firstExample(contract, jsonOf(content) ?? {});

function firstExample(contract: Contract, { example, examples }: Parameter | MediaType): unknown {
  const [first] = Object.values(examples ?? {});
  return first ? resolve(contract, first).value : example;
}

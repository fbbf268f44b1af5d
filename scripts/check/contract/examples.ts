/**
 * The values that each operation is tried with: the contract's examples, else values made from its
 * schemas. Redocly says which of them keep their schema, since it shares no code with our validators.
 */
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import {
  bodyExamples,
  type Contract,
  jsonOf,
  type MediaType,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  requestBodyOf,
  responsesOf,
  type Schema,
} from "@partner-center/spec";
import { lint } from "@partner-center/spec/any-contract";
import { sample } from "@stoplight/json-schema-sampler";
import { writeFile } from "./made-folder.ts";

/** What an operation is called with, and what it gets. */
export interface Trial {
  placed: PlacedOperation;
  parameters: { parameter: Parameter; value: unknown }[];
  body?: { value: unknown };
  response: { status: number; body?: { value: unknown; isExample: boolean } };
  /** Why it can't be tried: which value breaks its schema, or is missing. */
  problem?: string;
}

/** A value that the contract gives, or one that was made. */
interface Value {
  value: unknown;
  isExample: boolean;
}

/** What to try each operation with. */
export async function trialsOf(contract: Contract): Promise<Trial[]> {
  const trials = operationsOf(contract).map((placed) => trialOf(contract, placed));
  const problems = await problemsOf(contract, trials);
  return trials.map((trial, index) => {
    const problem = problems.get(index) ?? emptyBody(trial);
    return problem === undefined ? trial : { ...trial, problem };
  });
}

/** The client takes an object without any property for none that it knows. */
function emptyBody({ response: { body } }: Trial): string | undefined {
  const isEmpty = JSON.stringify(body?.value) === "{}";
  return isEmpty ? "there is no example of its response with a property" : undefined;
}

function trialOf(contract: Contract, placed: PlacedOperation): Trial {
  const { operation } = placed;
  const parameters = parametersOf(contract, placed).flatMap((parameter) => {
    const { value, isExample } = parameterValue(contract, parameter);
    return isExample || parameter.required ? [{ parameter, value }] : [];
  });
  const request = requestBodyOf(contract, operation);
  const requestJson = jsonOf(request?.content);
  const [status, response] = responsesOf(contract, operation, "success")[0] ?? ["204", {}];
  const responseJson = jsonOf(response.content);
  return {
    placed,
    parameters,
    ...(requestJson && { body: valueAt(contract, requestJson, "request") }),
    response: {
      status: Number(status.replace(/\D+$/, "00").replace(/^00$/, "200")),
      ...(responseJson && { body: valueAt(contract, responseJson, "response") }),
    },
  };
}

function parameterValue(contract: Contract, parameter: Parameter): Value {
  const { content, schema, example, examples } = parameter;
  const [mediaType] = Object.values(content ?? {});
  const described = { schema: schema ?? mediaType?.schema ?? {}, example, examples } as MediaType;
  return valueAt(contract, described, "request");
}

/** The first example of a media type or parameter, else one that is made from its schema. */
function valueAt(contract: Contract, place: MediaType, kind: "request" | "response"): Value {
  const values = bodyExamples(contract, place).map(([, value]) => value);
  const given = values.find((value) => value !== undefined);
  if (given !== undefined) return { value: given, isExample: true };
  const skipped = kind === "request" ? { skipReadOnly: true } : { skipWriteOnly: true };
  return { value: makeValue(contract, place.schema ?? {}, skipped), isExample: false };
}

function makeValue(contract: Contract, schema: Schema, skipped: object): unknown {
  try {
    // The sampler reads OpenAPI's schemas too, which its type does not know.
    return sample(schema as object, { ...skipped, quiet: true, ticks: 5000 }, contract) ?? null;
  } catch {
    return null; // Too large: judged like every other value.
  }
}

/** Which trials have a value that breaks its schema, and why, by their index. */
async function problemsOf(contract: Contract, trials: Trial[]): Promise<Map<number, string>> {
  using folder = temporaryFolder("contract-examples-");
  const file = join(folder.path, "openapi.json");
  writeFile(file, JSON.stringify(documentOf(contract, trials)));
  const problems = new Map<number, string>();
  for (const { ruleId, message, location } of await lint(file)) {
    const [, path = ""] = location[0]?.pointer?.split("/paths/~1")[1]?.match(/^(\d+)/) ?? [];
    const isExample = ruleId.startsWith("no-invalid-");
    if (isExample && path !== "") problems.set(Number(path), message);
  }
  return problems;
}

/** A contract in which each trial is an operation, with its values as the only examples. */
function documentOf(contract: Contract, trials: Trial[]): object {
  const { openapi, info, components } = contract;
  const paths = trials.map((trial, index) => [`/${index}`, { post: examplesIn(contract, trial) }]);
  return { openapi, info, paths: Object.fromEntries(paths), components };
}

function examplesIn(contract: Contract, { placed, parameters, body, response }: Trial): object {
  const { operation } = placed;
  const json = (media: MediaType | undefined, value: unknown) => ({
    content: { "application/json": { schema: media?.schema ?? {}, example: value } },
  });
  const [, success] = responsesOf(contract, operation, "success")[0] ?? [];
  return {
    parameters: parameters
      .filter(({ parameter }) => parameter.schema)
      .map(({ parameter: { name, schema }, value }) => ({
        name,
        in: "query",
        schema,
        example: value,
      })),
    ...(body && {
      requestBody: json(jsonOf(requestBodyOf(contract, operation)?.content), body.value),
    }),
    responses: {
      200: {
        description: "",
        ...(response.body && json(jsonOf(success?.content), response.body.value)),
      },
    },
  };
}

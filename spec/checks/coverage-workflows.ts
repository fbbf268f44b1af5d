import {
  bodyExamples,
  type Contract,
  jsonOf,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  parameterExamples,
  parametersOf,
  requestBodyOf,
  resolve,
} from "../contract.ts";

/** The parts of an Arazzo 1.0 document that we write. */
export type Arazzo = {
  arazzo: "1.0.1";
  info: { title: string; version: string };
  sourceDescriptions: { name: string; type: "openapi"; url: string }[];
  workflows: { workflowId: string; steps: Step[] }[];
};

type Step = {
  stepId: string;
  operationId: string;
  parameters: { name: string; in: string; value: unknown }[];
  requestBody?: { contentType: string; payload: unknown };
  successCriteria: { condition: string }[];
};

/**
 * Calls that get each example of each status of each operation, with every parameter, and that send
 * each example of its body. The mock is told by `Prefer` what to respond with.
 *
 * @param contract as the mock serves it
 * @param url where the Arazzo document finds the contract
 */
export function coverageWorkflows(contract: Contract, url: string): Arazzo {
  return {
    arazzo: "1.0.1",
    info: { title: "Everything in the contract", version: "0.0.0" },
    sourceDescriptions: [{ name: "contract", type: "openapi", url }],
    workflows: operationsOf(contract).map((call) => ({
      workflowId: call.id,
      steps: stepsOf(contract, call),
    })),
  };
}

/**
 * The contract as far as `redocly respect` needs it to make the calls. It can't read a schema that
 * refers to itself, and `redocly drift` compares the bodies with the whole contract.
 */
export function withoutBodies(contract: Contract): Contract {
  const paths: Contract["paths"] = {};
  for (const { path, method, id, operation } of operationsOf(contract)) {
    const statuses = Object.keys(operation.responses ?? {});
    const responses = Object.fromEntries(statuses.map((status) => [status, { description: "" }]));
    paths[path] = { ...paths[path], [method]: { operationId: id, responses } };
  }
  return { openapi: contract.openapi, info: contract.info, servers: contract.servers ?? [], paths };
}

function stepsOf(contract: Contract, call: PlacedOperation): Step[] {
  const { responses = {} } = call.operation;
  const content = requestBodyOf(contract, call.operation)?.content ?? {};
  const sent = jsonOf(content);
  const contentType = Object.keys(content).find((name) => content[name] === sent) ?? "";
  const bodies = sent ? bodyExamples(contract, sent).map(([, value]) => value) : [];
  const received = Object.entries(responses).flatMap(([listed, response]) => {
    const status = statusToAskFor(listed, Object.keys(responses));
    const media = jsonOf(resolve(contract, response).content);
    const names = media ? bodyExamples(contract, media).map(([name]) => name) : [];
    return names.length > 0 ? names.map((name) => ({ status, name })) : [{ status, name: "" }];
  });
  const parameters = parametersOf(contract, call).map((parameter) => ({
    name: parameter.name,
    in: parameter.in,
    value: valueToSend(contract, parameter),
  }));
  const count = Math.max(received.length, bodies.length);
  return Array.from({ length: count }, (_, index): Step => {
    const { status = "", name = "" } = received[index % received.length] ?? {};
    const prefer = [`code=${status}`, ...(name ? [`example=${name}`] : [])].join(", ");
    const payload = bodies[index % bodies.length];
    return {
      stepId: `step-${index + 1}`,
      operationId: `$sourceDescriptions.contract.${call.id}`,
      parameters: [
        ...parameters,
        { name: "Authorization", in: "header", value: "Bearer any-token-will-do" },
        { name: "Prefer", in: "header", value: prefer },
      ],
      ...(bodies.length > 0 && { requestBody: { contentType, payload } }),
      successCriteria: [{ condition: `$statusCode == ${status}` }],
    };
  });
}

/** One that `4XX` or `default` stands for: the first that is not listed itself. */
function statusToAskFor(listed: string, all: string[]): string {
  const first = { default: 500, "5XX": 500, "4XX": 400, "3XX": 300, "2XX": 200 }[listed];
  if (first === undefined) return listed;
  const candidates = Array.from({ length: 99 }, (_, index) => `${first + index}`);
  return candidates.find((each) => !all.includes(each)) ?? listed;
}

/** Of a list one entry, which is written the same in any style. */
function valueToSend(contract: Contract, parameter: Parameter): unknown {
  const [value] = parameterExamples(contract, parameter);
  return Array.isArray(value) ? value[0] : value;
}

/**
 * Makes packages/client/src/generated/examples.ts: the contract's examples as typed fixtures, and
 * what the test fetch needs: URL, statuses and headers of the operation.
 */
import {
  type Contract,
  type Example,
  type Operation,
  operationsOf,
  parseContract,
  referenceName,
  resolve,
} from "@partner-center/spec";

interface NamedExample {
  name: string;
  status: number;
  schema: string;
  example: Example;
}

/** The examples of every response in JSON, in the contract's order. */
function readExamples(contract: Contract, operation: Operation): NamedExample[] {
  return Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
    const json = resolve(contract, response).content?.["application/json"];
    const schema = referenceName(json?.schema ?? {}) ?? "";
    return Object.entries(json?.examples ?? {}).map(([name, example]) => ({
      name,
      status: Number(status),
      schema,
      example: resolve(contract, example),
    }));
  });
}

/** The example values of the response headers by status. */
function readHeaders(contract: Contract, operation: Operation) {
  const entries = Object.entries(operation.responses ?? {}).map(([status, response]) => {
    const headers = Object.entries(resolve(contract, response).headers ?? {});
    const values = headers.map(([name, header]) => [
      name.toLowerCase(),
      String(resolve(contract, header).example),
    ]);
    return [status, Object.fromEntries(values)];
  });
  return Object.fromEntries(entries);
}

function declareGroup(schema: string, examples: NamedExample[]): string {
  const name = `${schema[0]?.toLowerCase()}${schema.slice(1)}s`;
  const properties = examples.map(({ name, example }) => {
    const text = `${example.summary}. ${example.description}`.trim().replaceAll("*/", "*\\/");
    return `    /** ${text.replace(/\s+/g, " ")} */\n    readonly ${JSON.stringify(name)}: ${schema};\n`;
  });
  const values = examples.map(
    ({ name, example }) => `    ${JSON.stringify(name)}: ${JSON.stringify(example.value)},\n`,
  );
  return `/** Each ${schema} among the contract's examples. Copy one before you change it. */
export const ${name}: {
${properties.join("")}} = {
${values.join("")}};
`;
}

/** The TypeScript source of the examples of a bundled contract. */
export function generateExamples(bundle: string): string {
  const contract = parseContract(bundle);
  const [call, ...others] = operationsOf(contract);
  if (!call || others.length > 0) {
    throw new Error(
      "Teach packages/client/generate/examples.ts and testing/ more than one operation",
    );
  }
  const { path, method, operation } = call;
  const examples = readExamples(contract, operation);
  const schemas = [...new Set(examples.map(({ schema }) => schema))];
  const statuses = Object.fromEntries(examples.map(({ name, status }) => [name, status]));
  // Every part of the URL that the contract leaves open, a segment or less.
  const pattern = `^${path.replace(/[.*+?^$()|[\]\\/]/g, "\\$&").replace(/\{\w+\}/g, "[^/]+")}$`;
  return `/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run \`npm run generate\`.
 */
import type { ${[...schemas].sort().join(", ")} } from "@partner-center/types";

${schemas
  .map((schema) =>
    declareGroup(
      schema,
      examples.filter((example) => example.schema === schema),
    ),
  )
  .join("\n")}
/** The status of the response that has each example. */
export const statuses: Readonly<Record<ExampleName, number>> = ${JSON.stringify(statuses, null, 4)};

/** The name of an example. */
export type ExampleName = ${examples.map(({ name }) => JSON.stringify(name)).join(" | ")};

/** The method and path of the operation. */
export const method = ${JSON.stringify(method.toUpperCase())};
export const path = /${pattern}/;

/** The response headers by status, with the contract's example values. */
export const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(readHeaders(contract, operation), null, 4)};
`;
}

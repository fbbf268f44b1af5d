/**
 * Writes packages/client/src/generated/examples.ts: the contract's examples as typed fixtures, and
 * what the test fetch answers with: URL, statuses and headers of the operation.
 */
import { isObject, type JsonObject } from "../../types/generate/describe-contract.ts";

type Group = Record<string, JsonObject>;

interface Example {
  name: string;
  status: number;
  schema: string;
  example: JsonObject;
}

/** The examples of every answer in JSON, in the contract's order, each with its status and schema. */
function readExamples(operation: JsonObject, components: Record<string, Group>): Example[] {
  return Object.entries(operation.responses as Group).flatMap(([status, response]) => {
    const target = resolve(response, components);
    const content = target.content as Record<string, { schema: JsonObject; examples?: Group }>;
    const json = content?.["application/json"];
    const schema = String(json?.schema.$ref).split("/").at(-1) ?? "";
    return Object.entries(json?.examples ?? {}).map(([name, example]) => ({
      name,
      status: Number(status),
      schema,
      example: resolve(example, components),
    }));
  });
}

function resolve(object: JsonObject, components: Record<string, Group>): JsonObject {
  if (typeof object.$ref !== "string") return object;
  const [group = "", name = ""] = object.$ref.split("/").slice(-2);
  const target = components[group]?.[name];
  if (!target) throw new Error(`${object.$ref} leads nowhere`);
  return target;
}

/** The example values of the headers that an answer has in each status. */
function readHeaders(operation: JsonObject, components: Record<string, Group>): JsonObject {
  const entries = Object.entries(operation.responses as Group).map(([status, response]) => {
    const headers = Object.entries((resolve(response, components).headers ?? {}) as Group);
    const values = headers.map(([name, header]) => {
      const { example } = resolve(header, components);
      return [name.toLowerCase(), String(example)];
    });
    return [status, Object.fromEntries(values)];
  });
  return Object.fromEntries(entries);
}

function declareGroup(schema: string, examples: Example[]): string {
  const name = `${schema[0]?.toLowerCase()}${schema.slice(1)}s`;
  const members = examples.map(({ name, example }) => {
    const text = `${example.summary}. ${example.description}`.trim().replaceAll("*/", "*\\/");
    return `    /** ${text.replace(/\s+/g, " ")} */\n    readonly ${JSON.stringify(name)}: ${schema};\n`;
  });
  const values = examples.map(
    ({ name, example }) => `    ${JSON.stringify(name)}: ${JSON.stringify(example.value)},\n`,
  );
  return `/** Each ${schema} among the contract's examples. Copy one before you change it. */
export const ${name}: {
${members.join("")}} = {
${values.join("")}};
`;
}

/** The TypeScript source of the examples of a bundled contract. */
export function generateExamples(bundle: string): string {
  const contract: JsonObject = JSON.parse(bundle);
  const components = contract.components as Record<string, Group>;
  const [[url, item] = []] = Object.entries(contract.paths as Group);
  const [method, operation] = Object.entries(item ?? {}).find(([, value]) => isObject(value)) ?? [];
  if (!url || !method || !isObject(operation) || Object.keys(contract.paths ?? {}).length > 1) {
    throw new Error(
      "Teach packages/client/generate/examples.ts and testing/ more than one operation",
    );
  }
  const examples = readExamples(operation, components);
  const schemas = [...new Set(examples.map(({ schema }) => schema))];
  const statuses = Object.fromEntries(examples.map(({ name, status }) => [name, status]));
  // Every part of the URL that the contract leaves open, a segment or less.
  const pattern = `^${url.replace(/[.*+?^$()|[\]\\/]/g, "\\$&").replace(/\{\w+\}/g, "[^/]+")}$`;
  return `/**
 * Written from the contract in spec/ by packages/client/generate/examples.ts. Do not edit: change the
 * contract and run \`npm run generate\`.
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
/** The status with which each example is answered. */
export const statuses: Readonly<Record<ExampleName, number>> = ${JSON.stringify(statuses, null, 4)};

/** The name of an example. */
export type ExampleName = ${examples.map(({ name }) => JSON.stringify(name)).join(" | ")};

/** The method and path of the call that is answered. */
export const method = ${JSON.stringify(method.toUpperCase())};
export const path = /${pattern}/;

/** The headers of an answer by its status, with the contract's example values. */
export const headers: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(readHeaders(operation, components), null, 4)};
`;
}

/**
 * Declares a contract as ../declare-contract.ts does, with Redocly's generator in the place of
 * openapi-typescript: the schemas are the generator's, `paths`, `operations` and `components` around
 * them are written here. The drill puts it there; see ../drill-way-out.ts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openEnumName } from "../declare-names.ts";
import { describeContract, foldedLine, isObject, type JsonObject } from "../describe-contract.ts";
import { run } from "../run.ts";

type Group = Record<string, JsonObject>;

/** The declarations of a bundled contract. */
export async function declareContract(contract: JsonObject): Promise<string> {
  const described = describeContract(contract);
  const components = described.components as Record<string, Group>;
  const documented = titlesAsDescriptions(components.schemas);
  const own = contract.components as Record<string, Group>;
  const generated = await generateSchemas({
    ...contract,
    components: { ...own, schemas: documented },
  });
  const schemas = Object.entries(components.schemas ?? {}).map(([name, schema]) =>
    declareSchema(name, schema, generated),
  );
  return [
    ...schemas,
    declareTree("paths", describePaths(described)),
    declareTree("components", describeComponents(components)),
    declareTree("operations", describeOperations(described)),
  ].join("\n");
}

/** What Redocly generates from the contract, with our documentation as its descriptions. */
async function generateSchemas(documented: JsonObject): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "redocly-client-"));
  try {
    const contract = join(folder, "openapi.json");
    writeFileSync(contract, JSON.stringify(documented));
    // Where it leads from scripts/, into which the drill puts this file.
    const redocly = fileURLToPath(new URL("../spec/node_modules/.bin/redocly", import.meta.url));
    const output = `--output=${join(folder, "client.ts")}`;
    const options = ["generate-client", contract, output, "--output-mode=split"];
    await run(redocly, options, { capture: true, cwd: folder });
    return readFileSync(join(folder, "client.schemas.ts"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function titlesAsDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(titlesAsDescriptions);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, titlesAsDescriptions(member)]);
  const { title, ...rest } = Object.fromEntries(entries);
  return typeof title === "string"
    ? { ...rest, description: title.replaceAll(foldedLine, "\n") }
    : { ...rest, ...(title === undefined ? {} : { title }) };
}

/** One schema with its comment, an interface where it has members, as the packages declare it. */
function declareSchema(name: string, schema: JsonObject, generated: string): string {
  const comment = commentOf(schema);
  const openEnum = openEnumName(schema);
  if (openEnum) return `${comment}export type ${name} = Known${openEnum} | (string & {});\n`;
  const pattern = new RegExp(`^export type ${name} = (\\{[\\s\\S]*?^\\}|[^;]*);$`, "m");
  const type = pattern.exec(generated)?.[1];
  if (!type) throw new Error(`Redocly generated no type for the schema ${name}`);
  if (!type.startsWith("{")) return `${comment}export type ${name} = ${type};\n`;
  // The generator leaves out that there may be further members.
  const further = schema.additionalProperties === true ? "    [key: string]: unknown;\n}" : "}";
  const members = type.replace(/Record<string, (\w+)>/g, "{ [key: string]: $1 }");
  return `${comment}export interface ${name} ${members.replace(/\}$/, further)}\n`;
}

function commentOf(object: JsonObject): string {
  if (typeof object.title !== "string") return "";
  const lines = object.title.split(foldedLine).map((line) => ` * ${line}`.trimEnd());
  return `/**\n${lines.join("\n")}\n */\n`;
}

/** A type as a tree: texts are types, keys are members, a comment goes before its member. */
interface Tree {
  [member: string]: { comment?: string; type: Tree | string };
}

function declareTree(name: string, tree: Tree): string {
  const text: Record<string, string> = {
    paths:
      "The contract by URL: each path with its methods, as openapi-fetch and its relatives take it.",
    operations: "The contract by `operationId`: parameters and answers of each operation.",
    components: "The contract's components: schemas, answers, parameters and headers by name.",
  };
  return `/** ${text[name]} */\nexport interface ${name} ${printTree(tree)}\n`;
}

function printTree(tree: Tree): string {
  const members = Object.entries(tree).map(
    ([key, { comment = "", type }]) =>
      `${comment}${key}: ${typeof type === "string" ? type : printTree(type)};\n`,
  );
  return `{\n${members.join("")}}`;
}

const key = (name: string, optional = false) => `${JSON.stringify(name)}${optional ? "?" : ""}`;
const never = { type: "never" };
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function describePaths(contract: JsonObject): Tree {
  const entries = Object.entries(contract.paths as Group).map(([url, item]) => {
    const parameters = Object.fromEntries(
      ["query", "header", "path", "cookie"].map((place) => [key(place, true), never]),
    );
    const operations = methods.map((method) => {
      const operation = item[method];
      return isObject(operation)
        ? [key(method), { comment: commentOf(operation), type: `operations["${operation.operationId}"]` }] // biome-ignore format: a pair
        : [key(method, true), never];
    });
    return [key(url), { type: { parameters: { type: parameters }, ...Object.fromEntries(operations) } }]; // biome-ignore format: a pair
  });
  return Object.fromEntries(entries);
}

function describeOperations(contract: JsonObject): Tree {
  const components = contract.components as Record<string, Group>;
  const operations = Object.values(contract.paths as Group).flatMap((item) =>
    Object.values(item).filter(isObject),
  );
  const entries = operations.map((operation) => {
    const parameters = (operation.parameters as JsonObject[]).map(nameOf);
    const places = ["query", "header", "path", "cookie"].map((place) => {
      const here = parameters.flatMap((name) => {
        const parameter = components.parameters?.[name] ?? {};
        if (parameter.in !== place) return [];
        const member = key(String(parameter.name), parameter.required !== true);
        const type = `components["parameters"][${key(name)}]`;
        return [[member, { comment: commentOf(parameter), type }]];
      });
      if (here.length === 0) return [key(place, true), never];
      return [key(place, place !== "path"), { type: Object.fromEntries(here) }];
    });
    const responses = Object.entries(operation.responses as Group).map(([status, response]) => {
      const name = nameOf(response);
      const comment = commentOf(components.responses?.[name] ?? {});
      return [status, { comment, type: `components["responses"][${key(name)}]` }];
    });
    const type = {
      parameters: { type: Object.fromEntries(places) },
      [key("requestBody", true)]: never,
      responses: { type: Object.fromEntries(responses) },
    };
    return [key(String(operation.operationId)), { comment: commentOf(operation), type }];
  });
  return Object.fromEntries(entries);
}

function describeComponents(components: Record<string, Group>): Tree {
  const group = (name: string, typeOf: (object: JsonObject, name: string) => Tree | string) => {
    const entries = Object.entries(components[name] ?? {}).map(([member, object]) => [
      key(member),
      { comment: commentOf(object), type: typeOf(object, member) },
    ]);
    return { type: Object.fromEntries(entries) };
  };
  return {
    schemas: group("schemas", (_schema, name) => name),
    responses: group("responses", (response) => describeResponse(response, components)),
    parameters: group("parameters", ({ schema }) => scalar(schema)),
    requestBodies: never,
    headers: group("headers", ({ schema }) => scalar(schema)),
    pathItems: never,
  };
}

function describeResponse(response: JsonObject, components: Record<string, Group>): Tree {
  const headers = Object.entries((response.headers ?? {}) as Group).map(([name, header]) => {
    const component = nameOf(header);
    const target = components.headers?.[component] ?? {};
    const type = `components["headers"][${key(component)}]`;
    return [key(name), { comment: commentOf(target), type }];
  });
  const content = Object.entries(
    (response.content ?? {}) as Record<string, { schema: JsonObject }>,
  );
  const bodies = content.map(([name, { schema }]) => [key(name), { type: nameOf(schema) }]);
  return {
    headers: { type: { ...Object.fromEntries(headers), "[name: string]": { type: "unknown" } } },
    content: { type: Object.fromEntries(bodies) },
  };
}

function nameOf(reference: JsonObject): string {
  if (typeof reference.$ref !== "string") throw new Error("Only references were expected here");
  return reference.$ref.split("/").at(-1) ?? "";
}

function scalar(schema: unknown): string {
  const type = isObject(schema) ? String(schema.type) : "unknown";
  return type === "integer" ? "number" : type;
}

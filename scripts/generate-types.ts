/**
 * Generates packages/types/src/openapi.ts from the bundled contract, spec/dist/openapi.json.
 *
 * Usage: node scripts/generate-types.ts [--check]        (npm run generate bundles first)
 *   --check   writes nothing; exits 1 when the committed file is not what the contract gives
 *
 * This is the one file that knows the generator, openapi-typescript. What it adds to it:
 *   - documentation from the whole contract: constraints, enum values, .NET names, additions
 *   - every schema as a declaration of its own, so that editors say `Order` and not its members
 *   - open enums (`x-ms-enum` with `modelAsString`): known literals, their list and a guard
 *   - the parameters and bodies of each operation by name
 *   - documentation for the three names by which openapi-fetch and its relatives read the contract
 */
import { createHash } from "node:crypto";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { describeContract, foldedLine, isObject, type JsonObject } from "./describe-contract.ts";
import { describeOperations, isProperty, withCommentsOf } from "./describe-operations.ts";
import { updateGenerated } from "./generated-file.ts";

const header = `/**
 * Generated from the contract in spec/ by scripts/generate-types.ts. Do not edit: change the
 * contract and run \`npm run generate\`.
 */
`;

/**
 * The TypeScript source for a bundled contract.
 *
 * @param bundle the contract as JSON text, every \`$ref\` inside it; its bytes give `specSha256`
 * @throws when a schema's name can't be the name of a type, or is taken by one of ours
 */
export async function generateTypes(bundle: string): Promise<string> {
  const contract: JsonObject = JSON.parse(bundle);
  // The generator wants its own type for the document; the bundle was linted as OpenAPI 3.1.
  const described = describeContract(contract) as unknown as OpenAPI3;
  const nodes = await openapiTS(described, { silent: true, transform: openEnumType });
  const types = astToString(describeOperations(nodes.flatMap(hoistSchemas)))
    .replace(/components\["schemas"\]\["(\w+)"\]/g, "$1")
    .replace(/^( *)(?:\/\*)?\*+ (.*)$/gm, unfoldComment);

  return [
    header,
    types,
    ...openEnums(contract).map(declareOpenEnum),
    ...operations(contract).map(declareOperation),
    declareVersion(contract, bundle),
  ].join("\n");
}

/** Makes `OrderStatus` the known literals or any other string; other schemas stay the generator's. */
function openEnumType(schema: object): ts.TypeNode | undefined {
  const name = openEnumName(schema);
  if (name === undefined) return undefined;
  const anyOtherString = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  return ts.factory.createUnionTypeNode([
    ts.factory.createTypeReferenceNode(`Known${name}`),
    ts.factory.createParenthesizedType(anyOtherString),
  ]);
}

function openEnumName(schema: unknown): string | undefined {
  const extension = isObject(schema) ? schema["x-ms-enum"] : undefined;
  return isObject(extension) && extension.modelAsString === true
    ? String(extension.name)
    : undefined;
}

/** Turns the members of `components["schemas"]` into exported declarations that it then refers to. */
function hoistSchemas(node: ts.Node): ts.Node[] {
  // What the contract lacks is left out, not exported as an empty record.
  if (ts.isTypeAliasDeclaration(node)) return [];
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return [node];
  const declarations: ts.Node[] = [];
  const members = node.members.map((group) => {
    if (!isProperty(group) || group.name.text !== "schemas") return group;
    if (!ts.isTypeLiteralNode(group.type)) return group;
    const references = group.type.members.map((schema) => {
      if (!isProperty(schema)) throw new Error("A schema is not a property; look at the generator");
      declarations.push(withCommentsOf(schema, declareSchema(schema.name.text, schema.type)));
      const reference = ts.factory.createTypeReferenceNode(schema.name.text);
      return withCommentsOf(
        schema,
        ts.factory.createPropertySignature(undefined, schema.name, undefined, reference),
      );
    });
    const type = ts.factory.createTypeLiteralNode(references);
    return ts.factory.createPropertySignature(undefined, group.name, undefined, type);
  });
  const components = ts.factory.createInterfaceDeclaration(
    node.modifiers,
    node.name,
    undefined,
    undefined,
    members,
  );
  return [...declarations, components];
}

const ownNames = new Set(["paths", "webhooks", "components", "operations", "$defs"]);

function declareSchema(name: string, type: ts.TypeNode): ts.Node {
  if (!/^[A-Za-z_]\w*$/.test(name) || ownNames.has(name)) {
    throw new Error(`The schema "${name}" can't be exported by its name; rename it in spec/`);
  }
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const members = literalMembers(type);
  return members
    ? ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, members)
    : ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
}

/** The members of an object type, or of an object with an index signature (an intersection). */
function literalMembers(type: ts.TypeNode): ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return [...type.members];
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  const parts = type.types.map(literalMembers);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Gives each line of a described text a comment line of its own. */
function unfoldComment(line: string, indent: string, text: string): string {
  if (!text.includes(foldedLine)) return line;
  const opens = line.trimStart().startsWith("/**");
  const lines = (opens ? text.replace(/ \*\/$/, "") : text).split(foldedLine);
  const margin = opens ? `${indent} ` : indent;
  const body = lines.map((part) => `${margin}* ${part}`.trimEnd()).join("\n");
  return opens ? `${indent}/**\n${body}\n${margin}*/` : body;
}

interface OpenEnum {
  name: string;
  values: string[];
}

function openEnums(contract: JsonObject): OpenEnum[] {
  const { schemas } = contract.components as { schemas: Record<string, JsonObject> };
  return Object.values(schemas).flatMap((schema) => {
    const name = openEnumName(schema);
    return name && Array.isArray(schema.enum) ? [{ name, values: schema.enum.map(String) }] : [];
  });
}

function declareOpenEnum({ name, values }: OpenEnum): string {
  const constant = `${name[0]?.toLowerCase()}${name.slice(1)}Values`;
  return `/** The values of {@link ${name}} that the contract lists; the service may send others. */
export type Known${name} = ${values.map((value) => JSON.stringify(value)).join(" | ")};

/** Every {@link Known${name}}, in the contract's order. */
export const ${constant}: readonly Known${name}[] = [
${values.map((value) => `    ${JSON.stringify(value)},\n`).join("")}];

/**
 * Tells whether a value is one that the contract lists, and narrows it to {@link Known${name}}.
 * Values are compared as they are: another casing is another value.
 *
 * @example isKnown${name}(${JSON.stringify(values[0])}) // true
 */
export function isKnown${name}(value: unknown): value is Known${name} {
    return (${constant} as readonly unknown[]).includes(value);
}
`;
}

interface Operation {
  id: string;
  responses: Record<string, JsonObject>;
}

function operations(contract: JsonObject): Operation[] {
  const components = contract.components as { responses?: Record<string, JsonObject> };
  const resolve = (response: JsonObject): JsonObject =>
    typeof response.$ref === "string"
      ? (components.responses?.[response.$ref.split("/").at(-1) ?? ""] ?? {})
      : response;
  return Object.values(contract.paths as Record<string, JsonObject>).flatMap((item) =>
    Object.values(item).flatMap((operation) => {
      if (!isObject(operation) || typeof operation.operationId !== "string") return [];
      const declared = Object.entries(operation.responses as Record<string, JsonObject>);
      const responses = declared.map(([status, response]) => [status, resolve(response)]);
      return [{ id: operation.operationId, responses: Object.fromEntries(responses) }];
    }),
  );
}

function declareOperation({ id, responses }: Operation): string {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  const operation = `operations["${id}"]`;
  const bodies = (isWanted: (status: string) => boolean) => {
    const types = Object.entries(responses)
      .filter(([status]) => isWanted(status))
      .map(([status, { content }]) => {
        const mediaType = isObject(content) ? Object.keys(content)[0] : undefined;
        const key = Number.isNaN(Number(status)) ? JSON.stringify(status) : status;
        return mediaType
          ? `${operation}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`
          : "undefined";
      });
    return [...new Set(types)].join("\n    | ") || "never";
  };
  return `/** Parameters of \`${id}\` as they go over the wire: path, query and header. */
export type ${name}Params = ${operation}["parameters"];

/** Body of a successful answer to \`${id}\`. */
export type ${name}Response = ${bodies((status) => status.startsWith("2"))};

/** Body of an answer to \`${id}\` with an error status, when it has one and it is JSON. */
export type ${name}Error =
    ${bodies((status) => !/^[123]/.test(status))};
`;
}

function declareVersion(contract: JsonObject, bundle: string): string {
  const { version } = contract.info as { version: string };
  return `/** Version of the contract that these types were generated from: its \`info.version\`. */
export const specVersion: string = ${JSON.stringify(version)};

/** SHA-256 of the contract, \`@partner-center/types/openapi.json\`, in lower-case hex. */
export const specSha256: string = "${createHash("sha256").update(bundle).digest("hex")}";
`;
}

if (import.meta.main) {
  await updateGenerated("packages/types/src/openapi.ts", generateTypes);
}

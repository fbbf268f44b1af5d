/**
 * Declares a contract in TypeScript: `paths`, `operations`, `components`, and each schema by its
 * name. This is the one file that knows the generator, openapi-typescript, which is frozen upstream.
 *
 * What it adds to the generator:
 *   - documentation from the whole contract: constraints, enum values, .NET names, additions
 *   - every schema as a declaration of its own, so that editors show `Order` and not its properties
 *   - open enums (`x-ms-enum` with `modelAsString`) as `Known...` or any other string
 */
import { type Contract, openEnumOf } from "@partner-center/spec";
// biome-ignore lint/style/noRestrictedImports: this is the one file that knows openapi-typescript
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { describeContract, foldedLine } from "./describe-contract.ts";
import { describeOperations, isProperty, withCommentsOf } from "./describe-operations.ts";

/**
 * The declarations of a bundled contract.
 *
 * @throws when a schema's name can't be the name of a type, or is taken by one of ours
 */
export async function declareContract(contract: Contract): Promise<string> {
  // The generator has its own type for the document; the bundle was linted as OpenAPI 3.1.
  const described = describeContract(contract) as unknown as OpenAPI3;
  const nodes = await openapiTS(described, { silent: true, transform: openEnumType });
  return astToString(describeOperations(nodes.flatMap(hoistSchemas)))
    .replace(/components\["schemas"\]\["(\w+)"\]/g, "$1")
    .replace(/^( *)(?:\/\*)?\*+ (.*)$/gm, unfoldComment);
}

/** Makes `OrderStatus` the known literals or any other string; other schemas stay the generator's. */
function openEnumType(schema: object): ts.TypeNode | undefined {
  const openEnum = openEnumOf(schema);
  if (!openEnum) return undefined;
  const anyOtherString = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  return ts.factory.createUnionTypeNode([
    ts.factory.createTypeReferenceNode(`Known${openEnum.name}`),
    ts.factory.createParenthesizedType(anyOtherString),
  ]);
}

/** Turns the properties of `components["schemas"]` into exported declarations and refers to them. */
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

/** The members of an object type, also of one with an index signature (an intersection). */
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

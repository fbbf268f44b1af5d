// biome-ignore-all lint/style/noRestrictedImports: this is the one file that knows openapi-typescript
/**
 * Declares a contract in TypeScript: `paths`, `operations`, `components`, and each schema by its
 * name. This is the one file that knows the generator, openapi-typescript, which is frozen upstream.
 *
 * What is added to the generator:
 *   - documentation from the whole contract: constraints, enum values, .NET names, additions
 *   - every schema as a declaration of its own, so that editors show `Order` and not its properties
 *   - open enums (`x-ms-enum` with `modelAsString`) as `Known...` or any other value
 *   - what it declares falsely is rewritten before, in the contract, or after, in TypeScript
 */
import type { Contract, JsonObject } from "@partner-center/spec";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import { describeContract, foldedLine } from "./describe-contract.ts";
import { describeOperations, isProperty, withCommentsOf } from "./describe-operations.ts";
import { declaredAs, listOpenEnum } from "./open-enums.ts";
import { rewriteTypes } from "./rewrite-types.ts";
import { schemasIn } from "./walk-schemas.ts";

/**
 * The declarations of a contract.
 *
 * @param contract as `prepareContract` and `nameOpenEnums` leave it
 * @param names the exported type of each schema; one without is declared in `components` alone
 */
export function declareContract(contract: Contract, names: ReadonlyMap<string, string>): string {
  const described = describeContract(contract);
  for (const { schema } of schemasIn(described)) {
    // The hook is not called for schemas with an enum.
    if (schema[declaredAs] !== undefined) delete schema.enum;
  }
  const rewritten = rewriteTypes(declareNodes(described), names);
  return astToString(
    describeOperations(rewritten.flatMap((node) => hoistSchemas(node, names))),
  ).replace(/^( *)(?:\/\*)?\*+ (.*)$/gm, unfoldComment);
}

/**
 * The generator's own declarations, `paths`, `operations` and `components`, without documentation and
 * names for schemas: what is sent, to compare any two contracts by.
 *
 * @param contract as `prepareContract` leaves it
 */
export function declarePlainly(contract: Contract): string {
  for (const { schema } of schemasIn(contract)) {
    const values = listOpenEnum(schema);
    if (values) Object.assign(schema, { [declaredAs]: values, enum: undefined });
  }
  return astToString(rewriteTypes(declareNodes(contract), new Map()), {
    formatOptions: { removeComments: true },
  });
}

/**
 * What the generator makes of a document, with the defaults of its options. Its own entry lints and
 * bundles first, which takes longer than all the rest, and has happened here.
 */
function declareNodes(document: JsonObject): ts.Node[] {
  // The generator has its own type for the document; the bundle was linted as OpenAPI.
  const schema = document as unknown as OpenAPI3;
  const silent = { silent: true };
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
    discriminators: scanDiscriminators(schema, silent),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) => resolveRef(schema, $ref, silent),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: openEnumType,
    transformProperty: undefined,
  };
  // Redocly's settings are for the lint alone.
  return transformSchema(schema, context as GlobalContext);
}

/** The types that `nameOpenEnums` found for an open enum; other schemas stay the generator's. */
function openEnumType(schema: object): ts.TypeNode | undefined {
  const { [declaredAs]: types, type }: JsonObject = { ...schema };
  if (!Array.isArray(types) || typeof type !== "string") return undefined;
  const [only, ...more] = types.map((text) => ts.factory.createTypeReferenceNode(String(text)));
  return only && (more.length > 0 ? ts.factory.createUnionTypeNode([only, ...more]) : only);
}

/** Turns the properties of `components["schemas"]` into exported declarations and refers to them. */
function hoistSchemas(node: ts.Node, names: ReadonlyMap<string, string>): ts.Node[] {
  // What the contract lacks is left out, not exported as an empty record.
  if (ts.isTypeAliasDeclaration(node)) return [];
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "components") return [node];
  const declarations: ts.Node[] = [];
  const members = node.members.map((group) => {
    if (!isProperty(group) || group.name.text !== "schemas") return group;
    if (!ts.isTypeLiteralNode(group.type)) return group;
    const references = group.type.members.map((schema) => {
      if (!isProperty(schema)) throw new Error("A schema is not a property; look at the generator");
      const name = names.get(schema.name.text);
      if (name === undefined) return schema;
      declarations.push(withCommentsOf(schema, declareSchema(name, schema.type)));
      const reference = ts.factory.createTypeReferenceNode(name);
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

function declareSchema(name: string, type: ts.TypeNode): ts.Node {
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
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

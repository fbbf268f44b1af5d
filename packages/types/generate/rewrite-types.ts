/** Changes the generator's declarations where they don't compile, and names what they refer to. */
import ts from "typescript";

const { factory } = ts;

/**
 * Rewrites declarations:
 *
 *   - `components["schemas"]["usage.event"]` is the exported `UsageEvent`
 *   - `Record<string, X>` is `{ [key: string]: X }`, so that a schema may be called Record
 *   - `{ a: A } & { b: B }` is one object, whose index signature allows its properties
 *
 * @param names the exported type of each schema
 */
export function rewriteTypes(nodes: ts.Node[], names: ReadonlyMap<string, string>): ts.Node[] {
  const { transformed } = ts.transform(nodes, [
    (context) => {
      const visit = (node: ts.Node): ts.Node => rewrite(ts.visitEachChild(node, visit, context));
      return visit;
    },
  ]);
  return transformed;

  function rewrite(node: ts.Node): ts.Node {
    if (ts.isIndexedAccessTypeNode(node)) {
      const name = names.get(schemaOf(node) ?? "");
      return name === undefined ? node : factory.createTypeReferenceNode(name);
    }
    if (ts.isTypeReferenceNode(node)) return recordType(node) ?? node;
    return ts.isIntersectionTypeNode(node) ? mergeObjects(node) : node;
  }
}

/** The `Order` of a type `components["schemas"]["Order"]`. */
function schemaOf({ objectType, indexType }: ts.IndexedAccessTypeNode): string | undefined {
  const isSchemas =
    ts.isIndexedAccessTypeNode(objectType) &&
    ts.isTypeReferenceNode(objectType.objectType) &&
    ts.isIdentifier(objectType.objectType.typeName) &&
    objectType.objectType.typeName.text === "components" &&
    literalText(objectType.indexType) === "schemas";
  return isSchemas ? literalText(indexType) : undefined;
}

/** The text of a string as a type. */
export function literalText(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? type.literal.text
    : undefined;
}

function recordType({ typeName, typeArguments }: ts.TypeReferenceNode): ts.TypeNode | undefined {
  const value = typeArguments?.[1];
  if (!value || !ts.isIdentifier(typeName) || typeName.text !== "Record") return undefined;
  return factory.createTypeLiteralNode([indexSignature(value)]);
}

function indexSignature(value: ts.TypeNode): ts.IndexSignatureDeclaration {
  const string = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const key = factory.createParameterDeclaration(undefined, undefined, "key", undefined, string);
  return factory.createIndexSignature(undefined, [key], value);
}

/** One object of several, unless two of them have a property of one name. */
function mergeObjects(type: ts.IntersectionTypeNode): ts.TypeNode {
  const objects = type.types.filter(ts.isTypeLiteralNode);
  if (objects.length < type.types.length) return type;
  const members = objects.flatMap((part) => [...part.members]);
  const names = members.flatMap(({ name }) => (name && "text" in name ? [name.text] : []));
  const signatures = members.filter(ts.isIndexSignatureDeclaration);
  if (new Set(names).size < names.length || signatures.length > 1) return type;
  const properties = members.filter((member) => !ts.isIndexSignatureDeclaration(member));
  const allowing = signatures.map((signature) => indexSignature(allowedBy(signature, properties)));
  return factory.createTypeLiteralNode([...properties, ...allowing]);
}

/** The type of an index signature and of all properties beside it, which TypeScript compares with it. */
function allowedBy(
  { type }: ts.IndexSignatureDeclaration,
  properties: readonly ts.TypeElement[],
): ts.TypeNode {
  if (type.kind === ts.SyntaxKind.UnknownKeyword) return type;
  const isOptional = properties.some(({ questionToken }) => questionToken);
  const types = [
    type,
    ...properties.flatMap((each) => (ts.isPropertySignature(each) && each.type ? [each.type] : [])),
    ...(isOptional ? [factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)] : []),
  ];
  const byText = new Map(types.map((each) => [textOf(each), each]));
  return factory.createUnionTypeNode([...byText.values()]);
}

const file = ts.createSourceFile("type.ts", "", ts.ScriptTarget.Latest);
const printer = ts.createPrinter({ removeComments: true });

const textOf = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, file);

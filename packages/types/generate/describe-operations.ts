/** Documents what the generator declares without a comment: its own names and the operations. */
import ts from "typescript";
import { literalText } from "./rewrite-types.ts";

/** Comments for the generator's own names. */
const ownDescriptions: Record<string, string> = {
  paths:
    "The contract by URL: each path with its methods, for openapi-fetch and similar libraries.",
  operations: "The contract by `operationId`: parameters and responses of each operation.",
  webhooks: "The calls that the service makes, by their names.",
  components: "The contract's components: schemas, responses, parameters and headers by name.",
};

/** Documents the generator's own names, and each operation with the comment of its path. */
export function describeOperations(nodes: ts.Node[]): ts.Node[] {
  const interfaces = nodes.filter(ts.isInterfaceDeclaration);
  const propertiesOf = (name: string) =>
    interfaces.find((node) => node.name.text === name)?.members.filter(isProperty) ?? [];
  const items = [...propertiesOf("paths"), ...propertiesOf("webhooks"), ...pathItems(propertiesOf)];
  const methods = items.flatMap(membersOf);
  for (const operation of propertiesOf("operations")) {
    const method = methods.find(({ type }) => operationName(type) === operation.name.text);
    if (method) withCommentsOf(method, operation);
  }
  for (const node of interfaces) {
    const text = ownDescriptions[node.name.text];
    if (text === undefined) continue;
    ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, `* ${text} `, true);
  }
  return nodes;
}

/** The path items among the components. */
function pathItems(propertiesOf: (name: string) => NamedProperty[]): NamedProperty[] {
  const groups = propertiesOf("components").filter(({ name }) => name.text === "pathItems");
  return groups.flatMap(membersOf);
}

function membersOf({ type }: NamedProperty): NamedProperty[] {
  return ts.isTypeLiteralNode(type) ? type.members.filter(isProperty) : [];
}

/** The `getOrder` of a type `operations["getOrder"]`. */
function operationName(type: ts.TypeNode): string | undefined {
  return ts.isIndexedAccessTypeNode(type) ? literalText(type.indexType) : undefined;
}

type NamedProperty = ts.PropertySignature & {
  name: ts.Identifier | ts.StringLiteral | ts.NumericLiteral;
  type: ts.TypeNode;
};

/** A property with a plain name and a type, as all of the generator's are. */
export function isProperty(node: ts.Node): node is NamedProperty {
  return (
    ts.isPropertySignature(node) &&
    node.type !== undefined &&
    (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) || ts.isNumericLiteral(node.name))
  );
}

/** Gives a node the comments of another, in place. */
export function withCommentsOf<T extends ts.Node>(source: ts.Node, target: T): T {
  return ts.setSyntheticLeadingComments(target, ts.getSyntheticLeadingComments(source));
}

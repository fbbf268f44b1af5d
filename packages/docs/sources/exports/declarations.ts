/** Prints declarations as callers see them: without comments, bodies and values. */
import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });

const print = (node: ts.Node, file = node.getSourceFile()): string =>
  printer.printNode(ts.EmitHint.Unspecified, node, file);

/** A type on one line. */
export const printType = (node: ts.Node): string =>
  print(node)
    .replace(/\s+/g, " ")
    .replace(/\[ (.*?) \]/g, "[$1]")
    .replace(/^\| /, "");

/** The whole declaration. */
export function printDeclaration(node: ts.Node): string {
  const [bare = node] = ts.transform(node, [asCallersSee]).transformed;
  return print(bare, node.getSourceFile())
    .replace(/^export (?=\w)/, "")
    .replace(/^ {4,}/gm, (indent) => " ".repeat(indent.length / 2));
}

/** What of a class or interface is not a property: how it is made or called. */
export function printCalls(
  node: ts.ClassDeclaration | ts.InterfaceDeclaration,
  base: string | undefined,
): string | undefined {
  const calls = [...node.members].filter(
    (member) => ts.isConstructorDeclaration(member) || ts.isCallSignatureDeclaration(member),
  );
  if (calls.length === 0) return undefined;
  const kind = ts.isClassDeclaration(node) ? "class" : "interface";
  const head = `${kind} ${node.name?.text}${base ? ` extends ${base}` : ""}`;
  return `${head} {\n${calls.map((call) => `  ${printDeclaration(call)}\n`).join("")}}`;
}

const asCallersSee: ts.TransformerFactory<ts.Node> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) return undefined;
    if (ts.isVariableDeclaration(node) && node.type) {
      return factory.updateVariableDeclaration(node, node.name, undefined, node.type, undefined);
    }
    if (ts.isParameter(node) && node.initializer) {
      const optional = factory.createToken(ts.SyntaxKind.QuestionToken);
      return factory.createParameterDeclaration([], undefined, node.name, optional, node.type);
    }
    return ts.isArrowFunction(node) ? node : ts.visitEachChild(node, visit, context);
  };
  return (node) => visit(node) ?? node;
};

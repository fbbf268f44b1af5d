/**
 * Reads what a package exports, and the doc comments on it, from its source.
 *
 * TypeDoc takes many times as long, since it checks types, which names, comments and declarations do
 * not need. This works because our index files name what is public.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

type ExportKind = "class" | "constant" | "function" | "interface" | "type";

export interface Comment {
  text: string;
  /** `@throws`, `@example` and `@default`, each with its text. */
  tags: { name: string; text: string }[];
}

export interface Export extends Comment {
  name: string;
  kind: ExportKind;
  /** The declaration without comments and bodies. */
  declaration: string;
  members: (Comment & { name: string })[];
}

/** Everything that an index file exports, in its order: its own exports and its re-exports. */
export function readExports(index: URL): Export[] {
  const file = parse(index);
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return readExport(statement, file);
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause) return readModule(index, moduleSpecifier);
    if (!ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.flatMap(({ name }) => {
      const from = moduleSpecifier ?? importOf(file, name.text);
      return readModule(index, from).filter((exported) => exported.name === name.text);
    });
  });
}

/** What another file of the package exports. Other packages have pages of their own. */
function readModule(from: URL, specifier: ts.Expression | undefined): Export[] {
  if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return [];
  return readExports(new URL(specifier.text, from));
}

/** Where a file imports a name from. */
function importOf(file: ts.SourceFile, name: string): ts.Expression | undefined {
  return file.statements.filter(ts.isImportDeclaration).find(({ importClause }) => {
    const bindings = importClause?.namedBindings;
    const names = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    return names.some((element) => element.name.text === name);
  })?.moduleSpecifier;
}

function parse(file: URL): ts.SourceFile {
  const path = fileURLToPath(file);
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

function readExport(statement: ts.Statement, file: ts.SourceFile): Export[] {
  const kind = kindOf(statement);
  const name = nameOf(statement);
  if (!isExported(statement) || !kind || !name) return [];
  const declaration = print(statement, file);
  return [{ name, kind, declaration, members: membersOf(statement), ...commentOf(statement) }];
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function kindOf(statement: ts.Statement): ExportKind | undefined {
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (ts.isVariableStatement(statement)) return "constant";
  return undefined;
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations[0]?.name.getText();
  }
  const isNamed =
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed ? statement.name?.getText() : undefined;
}

function membersOf(statement: ts.Statement): Export["members"] {
  if (!ts.isInterfaceDeclaration(statement) && !ts.isClassDeclaration(statement)) return [];
  return [...statement.members].flatMap((member) => {
    const name = member.name?.getText();
    const isHidden = !name || name.startsWith("[") || name.startsWith("#");
    return isHidden ? [] : [{ name, ...commentOf(member) }];
  });
}

function commentOf(node: ts.Node): Comment {
  const documentation = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  return {
    text: ts.getTextOfJSDocComment(documentation?.comment)?.trim() ?? "",
    tags: (documentation?.tags ?? []).map((tag) => ({
      name: tag.tagName.text,
      // The parser splits off a first word or brace; the source has the whole text.
      text: tag
        .getText()
        .replace(/^@\w+ ?/, "")
        .replace(/\n\s*\* ?/g, "\n")
        .replace(/[\s*]+$/, "")
        .trim(),
    })),
  };
}

const printer = ts.createPrinter({ removeComments: true });

/** The code of a declaration, without the bodies of its functions. */
function print(node: ts.Node, file: ts.SourceFile): string {
  const bare = ts.transform(node, [withoutBodies]).transformed[0] ?? node;
  return printer
    .printNode(ts.EmitHint.Unspecified, bare, file)
    .replace(/^export (?=\w)/, "")
    .replace(/^ {4,}/gm, (indent) => " ".repeat(indent.length / 2));
}

/** Leaves out the bodies of functions, and the values of constants that have a type. */
const withoutBodies: ts.TransformerFactory<ts.Node> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) return undefined;
    if (ts.isVariableDeclaration(node) && node.type) {
      return factory.updateVariableDeclaration(node, node.name, undefined, node.type, undefined);
    }
    return ts.isArrowFunction(node) ? node : ts.visitEachChild(node, visit, context);
  };
  return (node) => visit(node) ?? node;
};

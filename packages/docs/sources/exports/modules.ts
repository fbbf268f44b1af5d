/** The source files of a package: what they declare, and where their names come from. */
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const parsed = new Map<string, ts.SourceFile>();

export function parse(file: URL): ts.SourceFile {
  const path = fileURLToPath(file);
  const known = parsed.get(path);
  if (known) return known;
  const text = readFileSync(path, "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(path, source);
  return source;
}

/** The module that a file names, when it is of the same package: others have pages of their own. */
export function moduleOf(
  file: ts.SourceFile,
  specifier: ts.Expression | undefined,
): ts.SourceFile | undefined {
  if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return;
  return parse(new URL(specifier.text, pathToFileURL(file.fileName)));
}

/** What declares a name that a file declares, imports or re-exports: several, for overloads. */
export function declarationsOf(name: string, file: ts.SourceFile): ts.Statement[] {
  const own = file.statements.filter((statement) => nameOf(statement) === name);
  if (own.length > 0) return own;
  const from = moduleOf(file, originOf(name, file));
  return from ? declarationsOf(name, from) : [];
}

function originOf(name: string, file: ts.SourceFile): ts.Expression | undefined {
  const origin = file.statements.find((statement) => namesIn(statement).includes(name));
  if (!origin) return undefined;
  const isLink = ts.isImportDeclaration(origin) || ts.isExportDeclaration(origin);
  return isLink ? origin.moduleSpecifier : undefined;
}

/** The names that a statement imports, or re-exports from a module. */
function namesIn(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    if (!moduleSpecifier || !exportClause || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name }) => name.text);
  }
  if (!ts.isImportDeclaration(statement)) return [];
  const bindings = statement.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name }) => name.text);
}

export function nameOf(statement: ts.Statement): string | undefined {
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

export const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** What a class or interface extends or implements. */
export function parentsOf(node: ts.Node): ts.ExpressionWithTypeArguments[] {
  if (!ts.isClassDeclaration(node) && !ts.isInterfaceDeclaration(node)) return [];
  return (node.heritageClauses ?? []).flatMap(({ types }) => [...types]);
}

/**
 * Reads what a package exports, and the doc comments on it, from its source.
 *
 * TypeDoc takes many times as long, since it checks types, which names, comments and declarations do
 * not need. This works because our index files name what is public.
 */
import ts from "typescript";
import { type Comment, commentOf, isInternal } from "./comments.ts";
import { printCalls, printDeclaration } from "./declarations.ts";
import { type Shape, shapeOf } from "./members.ts";
import { declarationsOf, isExported, moduleOf, nameOf, parentsOf, parse } from "./modules.ts";

type ExportKind = "class" | "constant" | "function" | "interface" | "type";

/** The groups in which a page lists exports, in this order. */
export const exportGroups = ["functions", "options", "classes", "types", "constants"] as const;

export interface Export extends Shape {
  name: string;
  kind: ExportKind;
  group: (typeof exportGroups)[number];
  /** What is said of it, with its code if that says more than its members: once for each overload. */
  forms: (Comment & { code?: string })[];
}

/** Everything that an index file exports, in its order. */
export function readExports(index: URL): Export[] {
  const places = exportsOf(parse(index));
  const names = [...places.keys()];
  return [...places].flatMap(([name, file]) => readExport(name, file, names));
}

/** The names that a file exports, each with the file that declares or imports it. */
function exportsOf(file: ts.SourceFile): Map<string, ts.SourceFile> {
  const places = file.statements.flatMap((statement): (readonly [string, ts.SourceFile])[] => {
    if (!ts.isExportDeclaration(statement)) {
      const name = nameOf(statement);
      return name && isExported(statement) ? [[name, file]] : [];
    }
    const { exportClause, moduleSpecifier } = statement;
    const from = moduleOf(file, moduleSpecifier);
    if (!exportClause) return from ? [...exportsOf(from)] : [];
    if (!ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name }) => [name.text, from ?? file]);
  });
  return new Map(places);
}

function readExport(name: string, file: ts.SourceFile, exported: readonly string[]): Export[] {
  const declarations = declarationsOf(name, file).filter(isExported);
  const [first] = declarations;
  const kind = first && kindOf(first);
  if (!kind) return [];
  const group = groupOf(name, kind);
  // Who sets options wants all of them in one table.
  const isDescribed = (base: string) => exported.includes(base) && group !== "options";
  const shape = shapeOf(declarations, isDescribed);
  const isTable = shape.members.some(({ text }) => text !== "");
  const forms = visible(declarations).map((declaration) => {
    const code = codeOf(declaration, isTable, exported);
    return { ...commentOf(declaration), ...(code && { code }) };
  });
  const members = isTable ? requiredFirst(shape.members, group) : [];
  return [{ name, kind, group, forms, members, bases: shape.bases }];
}

/** Without the second half of a merged declaration, what is internal, and the body behind overloads. */
function visible(declarations: readonly ts.Statement[]): ts.Statement[] {
  const functions = declarations.filter(ts.isFunctionDeclaration);
  if (functions.length === 0) return declarations.slice(0, 1);
  const overloads = functions.filter(({ body }) => !body);
  return (overloads.length > 0 ? overloads : functions).filter((each) => !isInternal(each));
}

function codeOf(
  declaration: ts.Statement,
  isTable: boolean,
  exported: readonly string[],
): string | undefined {
  const isObject = ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration);
  if (!isObject || !isTable) return printDeclaration(declaration);
  return printCalls(
    declaration,
    ts.isClassDeclaration(declaration) ? baseOf(declaration, exported) : undefined,
  );
}

/** The class that a class extends, as far as callers can see it. */
function baseOf(declaration: ts.Node, exported: readonly string[]): string | undefined {
  const [parent] = parentsOf(declaration);
  if (!parent) return undefined;
  const name = parent.expression.getText();
  const [next] = declarationsOf(name, parent.getSourceFile());
  return exported.includes(name) || !next ? name : baseOf(next, exported);
}

function requiredFirst(members: Shape["members"], group: Export["group"]): Shape["members"] {
  if (group !== "options") return members;
  return [
    ...members.filter((each) => each.isRequired),
    ...members.filter((each) => !each.isRequired),
  ];
}

function kindOf(statement: ts.Statement): ExportKind | undefined {
  if (ts.isClassDeclaration(statement)) return "class";
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (!ts.isVariableStatement(statement)) return undefined;
  // A constant may be a function, such as a guard.
  const { type } = statement.declarationList.declarations[0] ?? {};
  return type && ts.isFunctionTypeNode(type) ? "function" : "constant";
}

function groupOf(name: string, kind: ExportKind): Export["group"] {
  if (kind === "function") return "functions";
  if (kind === "class") return "classes";
  if (kind === "interface" && /(Options|Arguments)$/.test(name)) return "options";
  return kind === "constant" ? "constants" : "types";
}

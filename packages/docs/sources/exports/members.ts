/** The properties and methods of classes and interfaces, and where more of them are described. */
import ts from "typescript";
import { type Comment, commentOf, isInternal } from "./comments.ts";
import { printType } from "./declarations.ts";
import { declarationsOf, parentsOf } from "./modules.ts";

export interface Member extends Comment {
  name: string;
  type: string;
  isRequired: boolean;
}

export interface Shape {
  members: Member[];
  /** Types of which it has all the rest, such as `CallFacts`. */
  bases: string[];
}

/**
 * What the declarations of one name have together.
 *
 * @param isDescribed whether a base has a description of its own; what others have is described here
 */
export function shapeOf(
  declarations: readonly ts.Node[],
  isDescribed: (base: string) => boolean,
): Shape {
  const parents = declarations
    .flatMap(parentsOf)
    .map((parent) => shapeOfParent(parent, isDescribed));
  const repeated = parents.flatMap(({ promised }) => promised);
  const own = declarations.flatMap(membersOf).filter(({ name }) => !repeated.includes(name));
  const isOwn = (name: string) => own.some((member) => member.name === name);
  const inherited = parents.flatMap(({ members }) => members).filter(({ name }) => !isOwn(name));
  const members = [...inherited, ...own].filter(
    ({ name }, index, all) => all.findIndex((other) => other.name === name) === index,
  );
  return { members, bases: [...new Set(parents.flatMap(({ bases }) => bases))] };
}

function shapeOfParent(
  parent: ts.ExpressionWithTypeArguments,
  isDescribed: (base: string) => boolean,
): Shape & { promised: string[] } {
  const name = parent.expression.getText();
  const declarations = declarationsOf(name, parent.getSourceFile());
  if (declarations.length > 0 && !isDescribed(name)) {
    return { ...shapeOf(declarations, isDescribed), promised: [] };
  }
  // A class repeats the members of an interface that it implements.
  const promised = isPromise(parent.parent) ? shapeOf(declarations, () => false).members : [];
  return { members: [], bases: [parent.getText()], promised: promised.map(({ name }) => name) };
}

const isPromise = (clause: ts.Node): boolean =>
  ts.isHeritageClause(clause) && clause.token === ts.SyntaxKind.ImplementsKeyword;

function membersOf(node: ts.Node): Member[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) return [];
  return [...node.members].flatMap((member) => {
    const name = member.name?.getText().replace(/^"(.*)"$/, "$1");
    const type = typeOf(member);
    if (!name || !type || /^[[#]/.test(name) || isInternal(member)) return [];
    const isRequired = !("questionToken" in member && member.questionToken);
    return [
      { name, type: isRequired ? type : withoutUndefined(type), isRequired, ...commentOf(member) },
    ];
  });
}

/** What can be left out can also be undefined: a table says so once. */
const withoutUndefined = (type: string): string =>
  type.replace(/ \| undefined$/, "").replace(/^\((\(.*\) => [^()]*)\)$/, "$1");

function typeOf(member: ts.ClassElement | ts.TypeElement): string | undefined {
  if (ts.isMethodSignature(member) || ts.isMethodDeclaration(member)) {
    const parameters = member.parameters.map(printType).join(", ");
    return `(${parameters}) => ${member.type ? printType(member.type) : "void"}`;
  }
  const isProperty = ts.isPropertySignature(member) || ts.isPropertyDeclaration(member);
  const isTyped = isProperty || ts.isGetAccessorDeclaration(member);
  return isTyped && member.type ? printType(member.type) : undefined;
}

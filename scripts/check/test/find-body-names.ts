/** Finds the names that the code of a test puts into orders, and into the contract as YAML. */
import ts from "typescript";

export interface BodyName {
  name: string;
  line: number;
}

/** Says that a literal is about something that the contract lacks. */
const saysItLacks = /is not in the contract|is not among the listed values/;

/** What orders, their parts and faults are called where a test spreads one. */
const spreadBodies = /\b(base|order|orders|line|fault|faults|examples)\b/;

/**
 * The keys of object literals that are orders, faults or parts of one, their values of open enums, and
 * the names in YAML that is put into the contract.
 *
 * @param properties the contract's: a literal with one in camel case, such as `lineItems`, is a body
 * @param openEnums those of them whose value is an open enum, such as `status`
 */
export function findBodyNames(
  file: string,
  code: string,
  properties: ReadonlySet<string>,
  openEnums: ReadonlySet<string>,
): BodyName[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: BodyName[] = [];
  const add = (name: string, node: ts.Node) =>
    found.push({ name, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });

  const isBody = (literal: ts.ObjectLiteralExpression) =>
    literal.properties.some((property: ts.ObjectLiteralElement) => {
      if (ts.isSpreadAssignment(property)) return spreadBodies.test(property.expression.getText());
      const name = property.name?.getText().replaceAll('"', "") ?? "";
      return /[a-z][A-Z]/.test(name) && properties.has(name);
    }) || tableRowSaysItLacks(literal);

  const addBody = (literal: ts.ObjectLiteralExpression) => {
    for (const property of literal.properties) {
      const { name } = property;
      if (!name || ts.isComputedPropertyName(name)) continue;
      const key = name.text;
      add(key, property);
      if (!ts.isPropertyAssignment(property) || !openEnums.has(key)) continue;
      if (ts.isStringLiteral(property.initializer)) add(property.initializer.text, property);
    }
  };

  const visit = (node: ts.Node, isWithinBody = false): void => {
    const startsBody = ts.isObjectLiteralExpression(node) && (isWithinBody || isBody(node));
    if (startsBody) addBody(node);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      for (const name of namesInYaml(node.text)) add(name, node);
    }
    // Within an invented part any name is fine.
    const ends = ts.isPropertyAssignment(node) && /^"?invented/i.test(node.name.getText());
    const continues = ts.isPropertyAssignment(node) || ts.isArrayLiteralExpression(node);
    const isWithin = startsBody || (isWithinBody && continues && !ends);
    ts.forEachChild(node, (child) => visit(child, isWithin));
  };
  visit(source);
  return found;
}

/** Whether a literal stands in a row such as `[{ a: 1 }, "/a", "is not in the contract"]`. */
function tableRowSaysItLacks({ parent }: ts.ObjectLiteralExpression): boolean {
  return ts.isArrayLiteralExpression(parent) && parent.elements.some(isWordOfLack);
}

function isWordOfLack(element: ts.Expression): boolean {
  return ts.isStringLiteral(element) && saysItLacks.test(element.text);
}

/** The names below `properties:`, `value:`, `enum:` and the maps of enum values. */
function namesInYaml(text: string): string[] {
  const below = /^ *(?:properties|value|enum|x-enum\w+|x-orderProgress):\n +(?:- )?([\w-]+)/gm;
  return [...text.matchAll(below)].map(([, name = ""]) => name);
}

/**
 * Makes packages/client/src/generated/operations.ts from the bundled contract: the table that the client
 * makes its methods from. Each further operation costs every user, so it is short.
 */
import type { Refuse } from "@partner-center/spec";
import { generatedNote } from "./comments.ts";
import { type ClientOperation, readOperations } from "./read-operations.ts";
import type { Shape } from "./read-success.ts";

/** The TypeScript source of the table. */
export function generateOperations(bundle: string, refuse?: Refuse): string {
  const operations = readOperations(bundle, refuse);
  const shapes = new Map(
    operations.flatMap(({ success }) => success.shapes).map((shape) => [shape.name, shape]),
  );
  return `${generatedNote}import type { ${shapes.size ? "Operation, Shape" : "Operation"} } from "../operation.ts";
import type { Client } from "./client.ts";

${[...shapes.values()].map(declareShape).join("")}
/** How each operation is called, and what it gives. */
export const operations: Readonly<Record<keyof Client, Operation>> = {
${operations.map(declareOperation).join("")}};
`;
}

function declareShape({ name, checked, properties }: Shape): string {
  const called = name === "undefined" ? "empty" : `${articleOf(name)} ${name}`;
  const names = properties.map((property) => property.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  const parts = [JSON.stringify(checked), JSON.stringify(called)];
  if (names.length) parts.push(`/^(${names.join("|")})$/i`);
  const line = `const ${constantOf(name)}: Shape = [${parts.join(", ")}];\n`;
  if (line.length <= 101) return line;
  return `const ${constantOf(name)}: Shape = [\n${parts.map((part) => `  ${part},\n`).join("")}];\n`;
}

/** `an Order`, `a UsageResult`. */
const articleOf = (name: string): string => (/^([aeio]|u[mnp])/i.test(name) ? "an" : "a");

const constantOf = (name: string): string => (name === "undefined" ? "noBody" : `bodyOf${name}`);

function declareOperation(operation: ClientOperation): string {
  const { id, method, path, given, query, success, operation: declared } = operation;
  const lines = [`method: ${JSON.stringify(method)},`, `path: ${JSON.stringify(path)},`];
  const parameters = given.map(({ argument, place, name, type, isOptional }) => {
    const values = [place, name, type.checked, ...(isOptional ? ["optional"] : [])];
    return `  ${argument}: [${values.map((value) => JSON.stringify(value)).join(", ")}],`;
  });
  if (parameters.length) lines.push("parameters: {", ...parameters, "},");
  const styles = Object.entries(query).flatMap(([kind, style]) =>
    style ? [`${kind}: { style: ${JSON.stringify(style.style)}, explode: ${style.explode} }`] : [],
  );
  if (styles.length) lines.push(`query: { ${styles.join(", ")} },`);
  const shapes = success.shapes.map(({ name }) => constantOf(name));
  if (shapes.length) lines.push(`success: [${shapes.join(", ")}],`);
  const hints = Object.entries(declared["x-hints"] ?? {}).map(
    ([status, hint]) => `  ${status}: ${JSON.stringify(hint)},`,
  );
  if (hints.length) lines.push("hints: {", ...hints, "},");
  return `  ${id}: {\n${lines.map((line) => `    ${line}\n`).join("")}  },\n`;
}

/**
 * Makes packages/client/src/generated/client.ts from the bundled contract: the interface of the client
 * with a method an operation, and the arguments of each.
 */
import type { Refuse } from "@partner-center/spec";
import { comment, generatedNote } from "./comments.ts";
import { type ClientOperation, readOperations } from "./read-operations.ts";
import type { Argument } from "./read-parameters.ts";

/** The TypeScript source of the interface. */
export function generateClient(bundle: string, refuse?: Refuse): string {
  const operations = readOperations(bundle, refuse);
  const own = ["Client", "CallOptions", "Result", ...operations.map(nameArguments)];
  const named = operations.flatMap(({ given, success }) => [
    ...success.imports,
    ...given.flatMap(({ type }) => type.imports),
  ]);
  // A schema may be called like a type of ours.
  const aliases = new Map(
    named.map((name) => [name, own.includes(name) ? `${name}InContract` : name]),
  );
  const rename = (typescript: string) =>
    typescript.replace(
      /"(?:[^"\\]|\\.)*"|[\p{ID_Continue}$]+/gu,
      (word) => aliases.get(word) ?? word,
    );
  const imports = [...aliases]
    .map(([name, alias]) => (name === alias ? name : `${name} as ${alias}`))
    .sort();
  return `${generatedNote}${declareImport(imports)}${operations.length ? ofEveryMethod : ""}
${operations.map((operation) => declareArguments(operation, rename)).join("\n")}
/** A client for the Partner Center API: one function for each operation of the contract. */
export interface Client {
${operations.map((operation) => declareMethod(operation, rename)).join("\n")}}
`;
}

const ofEveryMethod = `import type { CallOptions } from "../options.ts";
import type { Result } from "../result.ts";
`;

function declareImport(names: readonly string[]): string {
  if (!names.length) return "";
  const line = `import type { ${names.join(", ")} } from "@partner-center/types";\n`;
  if (line.length <= 101) return line;
  return `import type {\n${names.map((name) => `  ${name},\n`).join("")}} from "@partner-center/types";\n`;
}

const nameArguments = ({ typeName }: ClientOperation): string => `${typeName}Arguments`;

type Rename = (typescript: string) => string;

function declareArguments(operation: ClientOperation, rename: Rename): string {
  const text = comment([`Arguments of \`${operation.id}\`.`]);
  const name = nameArguments(operation);
  // An object with nothing in it takes any other, also the options of a call.
  if (!operation.given.length)
    return `${text}export type ${name} = Readonly<Record<string, never>>;\n`;
  const properties = operation.given.map((each) => declareArgument(each, rename));
  return `${text}export interface ${name} {\n${properties.join("")}}\n`;
}

function declareArgument(given: Argument, rename: Rename): string {
  const { argument, isOptional, type, description, isDeprecated } = given;
  const standard = given.default === undefined ? "not sent" : JSON.stringify(given.default);
  const text = comment(
    [
      ...(description ? [description] : []),
      ...(isOptional ? [`@default ${standard}`] : []),
      ...(isDeprecated ? ["@deprecated"] : []),
    ],
    "  ",
  );
  const typescript = rename(type.typescript);
  return isOptional
    ? `${text}  readonly ${argument}?: ${typescript} | undefined;\n`
    : `${text}  readonly ${argument}: ${typescript};\n`;
}

function declareMethod(operation: ClientOperation, rename: Rename): string {
  const { id, given, success, operation: declared } = operation;
  const { summary, description, deprecated, responses = {} } = declared;
  const statuses = Object.keys(responses).filter((status) => !/^2/.test(status));
  const which = statuses.filter((status) => status !== "default").join(", ");
  const required = given.filter(({ isOptional }) => !isOptional);
  const text = comment(
    [
      `${(summary || id).replace(/\.$/, "")}.`,
      ...(description ? ["", description] : []),
      ...(declared.externalDocs ? ["", `See ${declared.externalDocs.url}`] : []),
      "@throws ArgumentError for an argument or option that cannot be sent; nothing is sent then",
      `@throws ApiError when the service responds with an error${which && `: ${which}`}`,
      "@throws InvalidResponseError when it responds with success, but without what this returns",
      "@throws TimeoutError when a limit of the `timeout` option is hit",
      "@throws ConnectionError when no complete response arrives",
      "@throws CredentialError when the credential gives no usable token",
      `@example\n${exampleOf(operation, required)}`,
      ...(deprecated ? ["@deprecated"] : []),
    ],
    "  ",
  );
  const mark = required.length ? "" : "?";
  const result = `Promise<Result<${rename(success.typescript)}>>`;
  const line = `  ${id}(parameters${mark}: ${nameArguments(operation)}, options?: CallOptions): ${result};\n`;
  if (line.length <= 101) return text + line;
  return `${text}  ${id}(
    parameters${mark}: ${nameArguments(operation)},
    options?: CallOptions,
  ): ${result};\n`;
}

/** A call with all that it needs. */
function exampleOf({ id, success }: ClientOperation, required: readonly Argument[]): string {
  const names = required.map(({ argument }) => argument).join(", ");
  const call = `await client.${id}(${names && `{ ${names} }`});`;
  return success.shapes.length ? `const { data } = ${call}` : call;
}

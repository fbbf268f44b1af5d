/** Declares the shapes of each operation by names of their own. */
import {
  bodyTypesOf,
  type Contract,
  operationsOf,
  type PlacedOperation,
  requestBodyOf,
  responsesOf,
} from "@partner-center/spec";

const suffixes = ["Params", "Body", "Response", "Error"];

/** The types of all operations, by what their names begin with. */
export function namesOfOperations(names: ReadonlyMap<string, string>): Set<string> {
  return new Set([...names.values()].flatMap((name) => suffixes.map((suffix) => name + suffix)));
}

/**
 * Declares the parameters and bodies of each operation.
 *
 * @param names what the names of each operation's types begin with
 * @param schemas types of schemas: one that is called like an operation's type is that type
 */
export function declareOperations(
  contract: Contract,
  names: ReadonlyMap<string, string>,
  schemas: ReadonlySet<string>,
): string[] {
  return operationsOf(contract).flatMap((placed) => {
    const name = names.get(placed.id);
    if (name === undefined) return [];
    const declarations = Object.entries(shapesOf(contract, placed, name))
      .filter(([exported, declaration]) => declaration && !schemas.has(exported))
      .map(([, declaration]) => declaration);
    return declarations.join("\n");
  });
}

/** The declarations by the name of each. */
function shapesOf(contract: Contract, placed: PlacedOperation, name: string) {
  const { id, operation } = placed;
  const declared = declarationOf(placed);
  const responses = (kind: "success" | "error") => {
    const types = responsesOf(contract, operation, kind).flatMap(([status, { content }]) => {
      const key = Number.isNaN(Number(status)) ? JSON.stringify(status) : status;
      const bodies = bodyTypesOf(content).map(
        ([type]) => `${declared}["responses"][${key}]["content"][${JSON.stringify(type)}]`,
      );
      return bodies.length > 0 ? bodies : ["undefined"];
    });
    return [...new Set(types)].join("\n    | ") || "never";
  };
  return {
    [`${name}Params`]: `/** Parameters of \`${id}\` as they are sent: path, query and header. */
export type ${name}Params = ${declared}["parameters"];
`,
    [`${name}Body`]: declareBody(contract, placed, name),
    [`${name}Response`]: `/** Body of a successful response to \`${id}\`. */
export type ${name}Response = ${responses("success")};
`,
    [`${name}Error`]: `/** Body of an error response to \`${id}\`, when it has one and it is JSON. */
export type ${name}Error =
    ${responses("error")};
`,
  };
}

/** The body of an operation's request, if it takes one. */
function declareBody(contract: Contract, placed: PlacedOperation, name: string): string {
  const body = requestBodyOf(contract, placed.operation);
  const types = bodyTypesOf(body?.content);
  if (!body || types.length === 0) return "";
  const declared = `${declarationOf(placed)}["requestBody"]`;
  const given = body.required ? declared : `NonNullable<${declared}>`;
  const bodies = types.map(([type]) => `${given}["content"][${JSON.stringify(type)}]`);
  const note = body.required ? "" : "; it may be left out";
  return `/** Body of a request of \`${placed.id}\`${note}. */
export type ${name}Body = ${bodies.join("\n    | ")};
`;
}

/** Where the generator declares an operation: without an operationId, below its URL. */
function declarationOf({ operation, path, method }: PlacedOperation): string {
  if (!operation.operationId) return `paths[${JSON.stringify(path)}]["${method}"]`;
  return `operations[${JSON.stringify(operation.operationId.replaceAll("#", "/"))}]`;
}

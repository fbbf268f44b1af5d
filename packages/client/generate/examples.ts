/**
 * Makes packages/client/src/generated/examples.ts: the contract's examples as typed fixtures, and what
 * the test fetch needs of each operation: its URL, method, statuses and headers.
 */
import {
  type Contract,
  operationsOf,
  type PlacedOperation,
  parseContract,
  type Refuse,
  schemaNameOf,
  throwRefusal,
  typeNameOf,
} from "@partner-center/spec";
import { customParts } from "../src/test-operation.ts";
import { generatedNote } from "./comments.ts";
import { type NamedExample, type ReadResponse, readResponses } from "./read-examples.ts";
import { typeNamesOf } from "./type-names.ts";

interface ReadOperation extends PlacedOperation {
  responses: ReadResponse[];
}

/** The TypeScript source of the examples of a bundled contract. */
export function generateExamples(bundle: string, refuse: Refuse = throwRefusal): string {
  const contract = parseContract(bundle);
  const known = new Set<string>(customParts);
  const operations = operationsOf(contract)
    .filter(({ id, path, method }) => {
      const isFree = !known.has(id);
      const problem = customParts.includes(id)
        ? `createTestFetch takes "${id}" for a part of a response`
        : `another operation is called "${id}"`;
      if (!isFree) refuse(["paths", path, method], problem, "give it another operationId");
      known.add(id);
      return isFree;
    })
    .map((placed) => ({ ...placed, responses: readResponses(contract, placed, refuse) }));
  const values = new Constants("example");
  const types = new TypeNames(contract);
  const declared = operations.map((each) => declareExamples(each, types)).join("");
  const listed = operations.map((each) => listExamples(each, values)).join("");
  const headers = new Constants("headers");
  const table = [...operations].sort(concreteFirst).map((each) => describe(each, headers));
  return `// @ts-nocheck
${generatedNote}import type { ${types.imported().join(", ") || "paths"} } from "@partner-center/types";
import type { TestOperation } from "../test-operation.ts";

${values.declare()}
/** The contract's examples by operation. Copy one before you change it. */
export const examples: {
${declared}} = {
${listed}};

${headers.declare()}
/** The operations; of two whose paths match a URL, the more concrete one first. */
export const testOperations: Readonly<Record<string, TestOperation>> = {
${table.join("")}};

/** The paths of the contract's servers. */
export const serverPaths: readonly string[] = ${JSON.stringify(serverPathsOf(contract))};
`;
}

/** Values that are written once, however many operations have them. */
class Constants {
  readonly #names = new Map<string, string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The name of the constant with a value. */
  add(value: unknown, wanted = ""): string {
    const text = JSON.stringify(value);
    const taken = new Set(this.#names.values());
    let name = this.#names.get(text) ?? `${this.#prefix}${typeNameOf(wanted)}`;
    for (let number = 2; !this.#names.has(text) && taken.has(name); number++) {
      name = `${this.#prefix}${typeNameOf(wanted)}_${number}`;
    }
    this.#names.set(text, name);
    return name;
  }

  declare(): string {
    return [...this.#names].map(([text, name]) => `const ${name} = ${text};\n`).join("");
  }
}

/** What the types of examples are called. */
class TypeNames {
  readonly #schemas: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();

  constructor(contract: Contract) {
    // The generator of the types refuses names.
    this.#schemas = typeNamesOf(contract);
  }

  of({ path, method, operation }: PlacedOperation, { status, schema, mediaType }: NamedExample) {
    const name = this.#schemas.get(schemaNameOf(schema ?? {}) ?? "");
    const { operationId } = operation;
    const declared =
      operationId === undefined
        ? `paths[${JSON.stringify(path)}]["${method}"]`
        : `operations[${JSON.stringify(operationId)}]`;
    const key = Number.isNaN(Number(status)) ? JSON.stringify(status) : status;
    this.#used.add(name ?? (operationId === undefined ? "paths" : "operations"));
    return name ?? `${declared}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`;
  }

  imported(): string[] {
    return [...this.#used].sort();
  }
}

const examplesOf = ({ responses }: ReadOperation): NamedExample[] => {
  const all = responses.flatMap(({ examples }) => examples);
  return [...new Map(all.reverse().map((each) => [each.name, each])).values()].reverse();
};

function declareExamples(operation: ReadOperation, types: TypeNames): string {
  const properties = examplesOf(operation).map((each) => {
    const { name, example } = each;
    const sentences = [example.summary, example.description].filter(Boolean).join(". ");
    const text = sentences.trim() || `What ${operation.id} gives with ${each.status}.`;
    const comment = text.replaceAll("*/", "*\\/").replace(/\s+/g, " ");
    return `        /** ${comment} */\n        readonly ${JSON.stringify(name)}: ${types.of(operation, each)};\n`;
  });
  const { id, operation: declared } = operation;
  const summary = (declared.summary ?? `Examples of ${id}`).replaceAll("*/", "*\\/");
  const type = properties.length > 0 ? `{\n${properties.join("")}    }` : "Record<never, never>";
  return `    /** ${summary.replace(/\s+/g, " ")} */\n    readonly ${JSON.stringify(id)}: ${type};\n`;
}

function listExamples(operation: ReadOperation, values: Constants): string {
  const lines = examplesOf(operation).map(({ name, component, example }) => {
    const constant = values.add(example.value, component ?? `${operation.id} ${name}`);
    return `        ${JSON.stringify(name)}: ${constant},\n`;
  });
  return `    ${JSON.stringify(operation.id)}: {\n${lines.join("")}    },\n`;
}

function describe({ id, path, method, responses }: ReadOperation, headers: Constants): string {
  const described = responses.map(({ status, mediaType, headers: values, examples }) => {
    const parts = [
      `status: "${status}"`,
      ...(mediaType === undefined ? [] : [`mediaType: ${JSON.stringify(mediaType)}`]),
      `headers: ${headers.add(values)}`,
      `examples: ${JSON.stringify(examples.map(({ name }) => name))}`,
    ];
    return `            { ${parts.join(", ")} },\n`;
  });
  return `    ${JSON.stringify(id)}: {
        method: "${method.toUpperCase()}",
        path: /^${patternOf(path)}$/,
        responses: [
${described.join("")}        ],
    },
`;
}

/** Every part of a path that the contract leaves open is a segment or less. */
function patternOf(path: string): string {
  const parts = path.split(/(\{[^{}]+\})/).map((part) => {
    if (/^\{.+\}$/.test(part)) return "[^/]+";
    return encodeURI(part).replace(/[.*+?^$()|[\]\\/{}]/g, "\\$&");
  });
  return parts.join("");
}

/** Orders paths so that the first one that matches a URL is the one that OpenAPI wants. */
function concreteFirst(one: ReadOperation, other: ReadOperation): number {
  const ranks = ({ path }: ReadOperation) =>
    path.split("/").map((part) => (/^\{[^{}]+\}$/.test(part) ? 2 : part.includes("{") ? 1 : 0));
  const others = ranks(other);
  const index = ranks(one).findIndex((rank, place) => rank !== (others[place] ?? 0));
  return index < 0 ? 0 : (ranks(one)[index] ?? 0) - (others[index] ?? 0);
}

/** Each path that a server of the contract puts before those of the operations, the longest first. */
function serverPathsOf(contract: Contract): string[] {
  const paths = (contract.servers ?? []).map(({ url, variables = {} }) => {
    const filled = url.replace(/\{([^{}]+)\}/g, (_all, name) => String(variables[name]?.default));
    const { pathname } = new URL(filled, "http://localhost");
    return pathname.replace(/\/$/, "");
  });
  return [...new Set([...paths, ""])].sort((one, other) => other.length - one.length);
}

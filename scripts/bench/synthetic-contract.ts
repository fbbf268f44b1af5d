/** Makes up contracts of any size that keep the rules of spec/redocly.yaml. */
import { isObject, type JsonObject } from "@partner-center/spec";

export interface Size {
  operations: number;
  /** Named schemas; each is reached from an operation. */
  schemas: number;
  /** How deep objects lie in each other within one schema. */
  nesting: number;
  /** How many other schemas one refers to; the leaves of the tree refer to none. */
  references: number;
}

/** The size of a contract that has so many operations and is otherwise like ours. */
export function sizeFor(operations: number): Size {
  return { operations, schemas: operations * 2, nesting: 3, references: 3 };
}

const addition = { "x-addition": "https://example.com/made-up" };
const errors = {
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  429: "Busy",
  500: "Broken",
};
const answerHeaders = Object.fromEntries(
  ["MS-RequestId", "MS-CorrelationId", "MS-CV"].map((name) => [
    name,
    { $ref: "#/components/headers/Id" },
  ]),
);

/** A made-up contract as an OpenAPI document; the same size gives the same document. */
export function makeContract(size: Size): JsonObject {
  const schemas = Array.from({ length: size.schemas }, (_, index) => [
    `Thing${index}`,
    makeSchema(index, size),
  ]);
  const paths = Array.from({ length: size.operations }, (_, index) => [
    `/v1/shelves/{shelf_id}/things${index}`,
    makePath(index, size),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Made-up things",
      version: "0.0.0",
      description: `${size.operations} operations and ${size.schemas} schemas to measure with.`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "https://things.invalid", description: "Nobody answers there" }],
    security: [{ Bearer: [] }],
    tags: [{ name: "Things", description: "Whatever lies on a shelf." }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        Bearer: { type: "http", scheme: "bearer", description: "A token that any server takes." },
      },
      parameters: {
        shelf_id: {
          name: "shelf_id",
          in: "path",
          required: true,
          description: "The shelf to look at.",
          schema: { type: "string" },
          example: "shelf-1",
        },
        limit: {
          name: "limit",
          in: "query",
          description: "How many to give at most.",
          schema: { type: "integer", minimum: 1, maximum: 500 },
          example: 20,
        },
      },
      headers: {
        Id: { description: "Names the call.", schema: { type: "string" }, example: "id-1" },
      },
      responses: Object.fromEntries(Object.values(errors).map((name) => [name, makeFault(name)])),
      schemas: {
        Fault: {
          type: "object",
          ...addition,
          description: "What went wrong.",
          properties: { code: makeScalar(0), description: makeScalar(3) },
        },
        Colour: {
          type: "string",
          ...addition,
          description: "The colour that a thing has.",
          enum: ["red", "green", "blue"],
          examples: ["red"],
          "x-ms-enum": { name: "Colour", modelAsString: true },
          "x-enumDescriptions": {
            red: "Like a rose.",
            green: "Like grass.",
            blue: "Like the sky.",
          },
        },
        ...Object.fromEntries(schemas),
      },
    },
  };
}

function makePath(index: number, { schemas, operations }: Size): JsonObject {
  // Every schema that no other refers to first is some operation's answer.
  const answer = {
    $ref: `#/components/schemas/Thing${Math.floor((index * schemas) / operations)}`,
  };
  return {
    get: {
      operationId: `getThing${index}`,
      tags: ["Things"],
      summary: `Get thing number ${index}`,
      description: `Gives what lies at place ${index} of a shelf, with all that belongs to it.`,
      parameters: [
        { $ref: "#/components/parameters/shelf_id" },
        { $ref: "#/components/parameters/limit" },
      ],
      responses: {
        200: {
          description: `Thing number ${index}.`,
          headers: answerHeaders,
          content: { "application/json": { schema: answer, example: { name: "A thing" } } },
        },
        ...Object.fromEntries(
          Object.entries(errors).map(([status, name]) => [
            status,
            { $ref: `#/components/responses/${name}` },
          ]),
        ),
      },
    },
  };
}

function makeFault(name: string): JsonObject {
  return {
    description: `The call failed: ${name}.`,
    headers: answerHeaders,
    content: { "application/json": { schema: { $ref: "#/components/schemas/Fault" } } },
  };
}

function makeSchema(index: number, size: Size): JsonObject {
  // A tree, so that each is reached and no chain of references is long; its leaves are shared.
  const leaves = Math.ceil(size.schemas / 2);
  const children = [2 * index + 1, 2 * index + 2].filter((child) => child < size.schemas);
  const shared = Array.from(
    { length: children.length === 0 ? 0 : size.references - children.length },
    (_, place) => size.schemas - 1 - ((index * 7 + place) % leaves),
  );
  const references = [...children, ...shared].map((target, place) => {
    const reference = { $ref: `#/components/schemas/Thing${target}` };
    return [
      `related${place}`,
      place === 0
        ? reference
        : { type: "array", description: "Others that belong to it.", items: reference },
    ];
  });
  return {
    ...makeObject(index, size.nesting, Object.fromEntries(references)),
    ...addition,
    description: `Thing number ${index}, as it lies on its shelf.`,
  };
}

function makeObject(index: number, nesting: number, more: JsonObject): JsonObject {
  const scalars = Array.from({ length: 8 }, (_, place) => [`member${place}`, makeScalar(place)]);
  return {
    type: "object",
    properties: {
      name: makeScalar(3),
      colour: { $ref: "#/components/schemas/Colour" },
      ...Object.fromEntries(scalars),
      ...(nesting > 1
        ? {
            inner: {
              ...makeObject(index, nesting - 1, {}),
              description: "What is inside.",
            },
          }
        : {}),
      ...more,
    },
  };
}

function makeScalar(place: number): JsonObject {
  const kinds = [
    { type: "integer", format: "int32", description: "How many there are.", examples: [3] },
    { type: "number", description: "What one weighs, in kilograms.", examples: [0.5] },
    { type: "boolean", description: "Whether it is for sale.", examples: [true] },
    { type: "string", description: "What people call it.", examples: ["A thing"] },
  ];
  return kinds[place % kinds.length] ?? {};
}

/** A contract in files, one path and one schema each, as spec/ has them; by path below spec/. */
export function splitContract(contract: JsonObject): Record<string, string> {
  const { paths, components, ...rest } = contract;
  const entriesOf = (value: unknown) => Object.entries(isObject(value) ? value : {});
  const files: Record<string, string> = {};
  const put = (file: string, value: unknown, toRoot: string) => {
    files[file] = JSON.stringify(value, undefined, 1).replaceAll(
      /"#\/components\/(\w+)\/([\w.-]+)"/g,
      (_, kind, name) => `"${toRoot}components/${kind}/${name}.yaml"`,
    );
  };
  const references: JsonObject = {};
  for (const [path, item] of entriesOf(paths)) {
    const name = path.slice(1).replaceAll("/", "_");
    put(`paths/${name}.yaml`, item, "../");
    references[path] = { $ref: `paths/${name}.yaml` };
  }
  const securitySchemes: JsonObject = {};
  for (const [kind, group] of entriesOf(components)) {
    for (const [name, value] of entriesOf(group)) {
      const file = `components/${kind}/${name}.yaml`;
      put(file, value, "../../");
      if (kind === "securitySchemes") securitySchemes[name] = { $ref: file };
    }
  }
  put("openapi.yaml", { ...rest, paths: references, components: { securitySchemes } }, "");
  return files;
}

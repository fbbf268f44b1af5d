/** Makes up contracts of any size that keep the rules of spec/redocly.yaml and are otherwise like ours. */
import {
  type Contract,
  isObject,
  type JsonObject,
  operationsOf,
  parseContract,
  schemasOf,
} from "@partner-center/spec";

/** How deep objects lie in each other within one schema. */
const nesting = 3;
/** How many other schemas one refers to; the leaves of the tree refer to none. */
const references = 3;

const addition = { "x-addition": "https://example.com/made-up" };
const errors = { 401: "Denied", 403: "Forbidden", 404: "NotFound", 429: "Busy", 500: "Broken" };

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const id = ref("headers", "Id");
const headers = { "MS-RequestId": id, "MS-CorrelationId": id, "MS-CV": id };

const scalars = [
  { type: "integer", format: "int32", description: "How many there are.", examples: [3] },
  { type: "number", description: "What one weighs, in kilograms.", examples: [0.5] },
  { type: "boolean", description: "Whether it is for sale.", examples: [true] },
  { type: "string", description: "What people call it.", examples: ["A thing"] },
];
const [count, , , name] = scalars;

const colours = { red: "Like a rose.", green: "Like grass.", blue: "Like the sky." };

/** An object of so many entries. */
function repeat(count: number, entry: (index: number) => [string, unknown]): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
}

/** A contract that has grown to so many operations, the further ones made up. */
export function growContract(contract: Contract, operations: number): JsonObject {
  const more = operations - operationsOf(contract).length;
  const made = more > 0 ? makeContract(more) : {};
  return { ...merge(made, contract), tags: [made.tags ?? [], contract.tags ?? []].flat() };
}

/** Both objects and what is in them; the second one's values count. */
function merge(one: JsonObject, other: JsonObject): JsonObject {
  const both = Object.entries(other).map(([key, value]) => {
    const first = one[key];
    return [key, isObject(first) && isObject(value) ? merge(first, value) : value];
  });
  return { ...one, ...Object.fromEntries(both) };
}

/** The JSON of a contract whose first schema has lost a property. */
export function withoutProperty(text: string): string {
  const contract = parseContract(text);
  const [schema] = Object.values(schemasOf(contract));
  const [property] = Object.keys(schema?.properties ?? {});
  if (property) delete schema?.properties?.[property];
  return JSON.stringify(contract);
}

/** A contract of so many operations and twice as many schemas, each reached from an operation. */
export function makeContract(operations: number): JsonObject {
  const schemas = operations * 2;
  const description = `${operations} operations and ${schemas} schemas to measure with.`;
  const license = { name: "MIT", identifier: "MIT" };
  return {
    openapi: "3.1.0",
    info: { title: "Made-up things", version: "0.0.0", description, license },
    servers: [{ url: "https://things.invalid", description: "Nobody responds there" }],
    security: [{ Bearer: [] }],
    tags: [{ name: "Things", description: "All that lies on a shelf." }],
    paths: repeat(operations, (index) => [
      `/v1/shelves/{shelf_id}/things${index}`,
      index % 2 === 0 ? { get: makeOperation(index) } : { post: makeOrder(index) },
    ]),
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
        colours: {
          name: "colours",
          in: "query",
          description: "The colours that the thing may have.",
          schema: { type: "array", items: ref("schemas", "Colour") },
          example: ["red"],
        },
      },
      headers: {
        Id: { description: "Names the call.", schema: { type: "string" }, example: "id-1" },
      },
      responses: Object.fromEntries(Object.values(errors).map((name) => [name, makeError(name)])),
      schemas: {
        Fault: {
          type: "object",
          ...addition,
          description: "What went wrong.",
          properties: { code: count, description: name },
        },
        Colour: {
          type: "string",
          ...addition,
          description: "The colour that a thing has.",
          enum: Object.keys(colours),
          examples: ["red"],
          "x-ms-enum": { name: "Colour", modelAsString: true },
          "x-enumDescriptions": colours,
        },
        ...repeat(schemas, (index) => [`Thing${index}`, makeSchema(index, schemas)]),
      },
    },
  };
}

function makeOperation(index: number): JsonObject {
  const schema = ref("schemas", `Thing${index * 2}`);
  const content = { "application/json": { schema, example: { name: "A thing" } } };
  const failures = Object.entries(errors).map(([status, name]) => [status, ref("responses", name)]);
  return {
    operationId: `getThing${index}`,
    ...addition,
    tags: ["Things"],
    summary: `Get thing number ${index}`,
    description: `Gives what lies at place ${index} of a shelf, with all that belongs to it.`,
    parameters: [ref("parameters", "shelf_id")],
    responses: {
      200: { description: `Thing number ${index}.`, headers, content },
      ...Object.fromEntries(failures),
    },
  };
}

/** An operation with a body and a list in its query. */
function makeOrder(index: number): JsonObject {
  const schema = ref("schemas", `Thing${index * 2 + 1}`);
  const content = { "application/json": { schema, example: { name: "A thing" } } };
  return {
    ...makeOperation(index),
    operationId: `orderThing${index}`,
    summary: `Order thing number ${index}`,
    parameters: [ref("parameters", "shelf_id"), ref("parameters", "colours")],
    requestBody: { description: "What it should be like.", required: true, content },
  };
}

function makeError(name: string): JsonObject {
  const content = { "application/json": { schema: ref("schemas", "Fault") } };
  return { description: `The call failed: ${name}.`, headers, content };
}

/** One of so many schemas, which are a tree: each is reached, and no chain of references is long. */
function makeSchema(index: number, schemas: number): JsonObject {
  const children = [2 * index + 1, 2 * index + 2].filter((child) => child < schemas);
  const leaves = Math.ceil(schemas / 2);
  const related = repeat(children.length === 0 ? 0 : references, (place) => {
    const shared = schemas - 1 - ((index * 7 + place - children.length) % leaves);
    const items = ref("schemas", `Thing${children[place] ?? shared}`);
    const list = { type: "array", description: "Others that belong to it.", items };
    return [`related${place}`, place === 0 ? items : list];
  });
  const description = `Thing number ${index}, as it lies on its shelf.`;
  return { ...makeObject(nesting, related), ...addition, description };
}

function makeObject(depth: number, more: JsonObject = {}): JsonObject {
  const inner = depth > 1 && { ...makeObject(depth - 1), description: "What is inside." };
  return {
    type: "object",
    properties: {
      name,
      colour: ref("schemas", "Colour"),
      ...repeat(8, (place) => [`property${place}`, scalars[place % scalars.length]]),
      ...(inner && { inner }),
      ...more,
    },
  };
}

/** The contract with six more operations, of the kinds that it lacks. */
import {
  type Contract,
  findOperation,
  type Named,
  type Operation,
  type Parameter,
  type PathItem,
  parametersOf,
  type Response,
  resolve,
  type Schema,
  schemasOf,
} from "../contract.ts";

const component = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema, examples: Named<unknown> = {}): Response => ({
  description: "Invented.",
  content: {
    "application/json": {
      schema,
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, value]) => [name, { summary: "One", value }]),
      ),
    },
  },
});
const text = (example: string): Schema => ({
  type: "string",
  description: "A word.",
  examples: [example],
});

const schemas: Named<Schema> = {
  InventedPage: {
    type: "object",
    description: "A page.",
    properties: {
      items: { type: "array", description: "Orders.", items: component("Order") },
      nextToken: text("abc"),
    },
  },
  InventedBase: { type: "object", description: "What each has.", properties: { id: text("1") } },
  InventedParcel: {
    description: "A parcel, perhaps in another one.",
    allOf: [component("InventedBase")],
    properties: {
      state: { type: "string", description: "Where it is.", enum: ["here", "there"] },
      inside: component("InventedParcel"),
      carrier: {
        description: "Who has it.",
        anyOf: [component("InventedPerson"), component("InventedDrone")],
      },
    },
  },
  InventedPerson: {
    type: "object",
    description: "A person.",
    properties: { name: text("Ada") },
  },
  InventedDrone: {
    type: "object",
    description: "A drone.",
    properties: {
      height: { type: "number", description: "In metres.", minimum: 2, examples: [5] },
    },
  },
  InventedRequest: {
    type: "object",
    description: "What to make.",
    required: ["title", "parts"],
    properties: {
      id: { ...text("made up by the service"), readOnly: true },
      title: text("A title"),
      note: { type: ["string", "null"], description: "A note.", maxLength: 5, examples: [null] },
      parts: { type: "array", description: "Parts.", minItems: 1, items: text("a part") },
    },
  },
};

const query = (name: string, schema: Schema, example: unknown): Parameter => ({
  name,
  in: "query",
  description: "Narrows it down.",
  schema,
  example,
});

/**
 * The contract with a paged list, a sub-resource with an enum, a POST with a required body, a PATCH on
 * a URL that exists, a DELETE with 204, and a second tag. Parameters, bodies and responses are inline.
 */
export function growContract(contract: Contract): Contract {
  const grown = structuredClone(contract);
  const getOrder = findOperation(grown, "getOrder");
  const { "200": _order, ...faults } = getOrder.operation.responses ?? {};
  const add = (
    path: string,
    method: "get" | "post" | "patch" | "delete",
    operation: Operation,
  ): void => {
    const inPath = parametersOf(grown, getOrder).filter(({ name }) => path.includes(`{${name}}`));
    const { parameters = [], responses, ...rest } = operation;
    const item: PathItem = { ...resolve<PathItem>(grown, grown.paths?.[path] ?? {}) };
    item[method] = {
      ...rest,
      "x-addition": "https://example.com/invented",
      summary: "Do something invented",
      description: "Invented.",
      parameters: [...inPath, ...parameters],
      responses: { ...responses, ...faults },
    };
    grown.paths = { ...grown.paths, [path]: item };
  };
  const orders = getOrder.path.slice(0, getOrder.path.lastIndexOf("/"));
  const body = (schema: string, examples: Named<unknown>) => ({
    ...json(component(schema), examples),
    required: true,
  });

  add(orders, "get", {
    operationId: "listInvented",
    tags: ["Orders"],
    parameters: [
      query("size", { type: "integer", minimum: 1, maximum: 50 }, 20),
      query("kinds", { type: "array", items: { type: "string", enum: ["a", "b"] } }, ["a", "b"]),
      query("order", { type: "string", enum: ["up", "down"], default: "up" }, "down"),
    ],
    responses: { "200": json(component("InventedPage"), { last: { items: [] } }) },
  });
  add(orders, "post", {
    operationId: "addInvented",
    tags: ["Orders"],
    requestBody: body("InventedRequest", { short: { title: "t", parts: ["p"] } }),
    responses: { "201": json(component("Order")), "202": json(component("InventedBase")) },
  });
  add(getOrder.path, "patch", {
    operationId: "changeInvented",
    tags: ["Orders"],
    requestBody: {
      required: true,
      content: {
        "application/merge-patch+json": {
          schema: component("InventedRequest"),
          example: { title: "t", parts: ["p"] },
        },
      },
    },
    responses: { "200": json(component("Order")), default: json(component("InventedBase")) },
  });
  add(getOrder.path, "delete", {
    operationId: "removeInvented",
    tags: ["Orders"],
    responses: { "204": { description: "It is gone." } },
  });
  add(`${getOrder.path}/invented`, "get", {
    operationId: "getInventedParcel",
    tags: ["Invented"],
    responses: { "200": json(component("InventedParcel"), { here: { state: "here" } }) },
  });
  add(`${getOrder.path}/invented`, "post", {
    operationId: "sendInventedParcel",
    tags: ["Invented"],
    responses: { "204": { description: "It is on its way." } },
  });
  return {
    ...grown,
    tags: [...(grown.tags ?? []), { name: "Invented", description: "Invented parcels." }],
    components: { ...grown.components, schemas: { ...schemasOf(grown), ...schemas } },
  };
}

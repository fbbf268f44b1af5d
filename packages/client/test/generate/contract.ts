import type { Contract } from "@partner-center/spec";
import { addOperation, grow } from "./grown.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const success = (schema: object) => ({ description: "Done.", ...json(schema) });
const things = "/v{version}/invented/{customer_id}/things";
const thing = `${things}/{thing_id}`;
const customer = { $ref: "#/components/parameters/customer_id" };
const version = { $ref: "#/components/parameters/version" };
const id = { name: "thing_id", in: "path", required: true, schema: { type: "integer" } };

/** Our contract with operations of every kind that the client can have. */
export const everyKind = grow((contract: Contract) => {
  Object.assign(contract.components?.schemas ?? {}, {
    InventedThing: {
      type: "object",
      properties: { thingId: { type: "integer" }, label: { type: "string" } },
    },
    InventedPage: {
      type: "object",
      properties: {
        totalCount: { type: "integer" },
        items: { type: "array", items: ref("InventedThing") },
        links: { type: "object", properties: { next: { type: "string" } } },
      },
    },
    InventedColour: { type: "string", enum: ["red", "dark blue"] },
    // As a type of the client is called.
    Result: { type: "object", properties: { finished: { type: "boolean" } } },
    InventedPart: {
      allOf: [
        ref("InventedThing"),
        { type: "object", properties: { partOf: { type: "integer" } } },
      ],
    },
    InventedMap: { type: "object", additionalProperties: { type: "string" } },
  });
  addOperation(contract, things, "get", {
    operationId: "listThings",
    summary: "List things",
    description: "Ends a comment: */ and @begins a tag.",
    parameters: [
      version,
      customer,
      {
        name: "$filter",
        in: "query",
        schema: { type: "string" },
        description: "What to leave out.",
      },
      { name: "size", in: "query", schema: { type: "integer", default: 50 } },
      {
        name: "colours",
        in: "query",
        schema: { type: "array", items: ref("InventedColour") },
        style: "pipeDelimited",
        explode: false,
      },
      {
        name: "near",
        in: "query",
        schema: { type: "object", properties: { x: { type: "number" }, y: { type: "number" } } },
        style: "deepObject",
      },
      { name: "X-Invented", in: "header", required: true, schema: { type: "string" } },
    ],
    responses: { 200: success(ref("InventedPage")), 404: { description: "None." } },
    "x-hints": { 404: "make the customer first" },
  });
  addOperation(contract, things, "post", {
    operationId: "addThing",
    deprecated: true,
    parameters: [version, customer],
    requestBody: { required: true, ...json(ref("InventedThing")) },
    responses: { 201: success(ref("InventedThing")), 202: success(ref("Result")) },
  });
  addOperation(contract, thing, "patch", {
    operationId: "changeThing",
    parameters: [version, customer, id],
    requestBody: { content: { "application/merge-patch+json": { schema: ref("InventedThing") } } },
    responses: { 200: success(ref("InventedThing")), 204: { description: "Nothing new." } },
  });
  addOperation(contract, thing, "delete", {
    operationId: "removeThing",
    parameters: [version, customer, id],
    responses: { 204: { description: "Gone." } },
  });
  addOperation(contract, thing, "head", {
    operationId: "hasThing",
    parameters: [version, customer, id],
    responses: { 200: { description: "There." } },
  });
  addOperation(contract, "/invented/parts", "get", {
    operationId: "listParts",
    responses: { 200: success({ type: "array", items: ref("InventedPart") }) },
  });
  addOperation(contract, "/invented/part", "get", {
    operationId: "getPart",
    responses: { 200: success(ref("InventedPart")) },
  });
  addOperation(contract, "/invented/map", "get", {
    operationId: "getMap",
    responses: { 200: success(ref("InventedMap")) },
  });
  addOperation(contract, "/invented/count", "get", {
    operationId: "countThings",
    responses: { 200: success({ type: "integer" }) },
  });
  addOperation(contract, "/invented/inline", "get", {
    operationId: "getInline",
    responses: {
      200: success({
        oneOf: [
          ref("InventedThing"),
          { type: "object", properties: { none: { type: "boolean" } } },
        ],
      }),
    },
  });
});

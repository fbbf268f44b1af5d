/** Parts that several files of the corpus put into the contract. */
import { all, type Edit, set } from "./edits.ts";

export const string = { type: "string", description: "A string.", examples: ["some"] };
export const parameter = (name: string, more: object = {}) => ({
  name,
  in: "query",
  description: "A further one.",
  schema: { type: "string" },
  ...more,
});
export const json = (schema: object) => ({ content: { "application/json": { schema } } });
export const order = { $ref: "#/components/schemas/Order" };
export const schemaOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A second operation, which sends a body: the contract's own only reads. */
const noteBody = {
  type: "object",
  description: "A note for an order.",
  required: ["title"],
  properties: {
    title: string,
    author: string,
    pages: { type: "integer", description: "How many." },
    kind: { type: "string", description: "Which.", enum: ["short", "long"] },
    tags: { type: "array", description: "Some.", items: { type: "string" } },
    signed: { type: ["string", "null"], description: "By whom." },
    part: { type: "object", description: "A part.", properties: { size: string, color: string } },
  },
};
export const addNote: Edit = all(
  set("InventedNote", noteBody),
  set("path/post", {
    operationId: "inventedPost",
    summary: "Add a note",
    requestBody: { ...json(schemaOf("InventedNote")), required: true },
    responses: { "204": { description: "Done." } },
  }),
);
/** The same schema in a request and in a response. */
export const echoNote: Edit = all(
  addNote,
  set("path/post/responses/200", { description: "The note.", ...json(schemaOf("InventedNote")) }),
);

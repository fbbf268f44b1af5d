/** The same contract in other words, and what is next to it. */
import { all, remove, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { addNote, schemaOf, string } from "./parts.ts";

const size = { type: "object", description: "A size.", properties: { size: string } };
const color = {
  type: "object",
  description: "A color.",
  required: ["color"],
  properties: { color: string },
};
const flat = {
  type: "object",
  description: "Both.",
  required: ["color"],
  properties: { size: string, color: string },
};
const inParts = { description: "Both.", allOf: [size, color] };
const byName = { description: "Both.", allOf: [schemaOf("InventedSize"), color] };
const named = set("InventedSize", size);

const wide = { type: "array", description: "Some.", items: { type: "string" } };
const listOrString = { description: "Some.", oneOf: [wide, { type: "string" }] };

export const rewritten: Pair[] = [
  ...pairs(patch, [
    [
      "a response's parts are written as one",
      set("Order.inventedPart", flat),
      set("Order.inventedPart", inParts),
    ],
    [
      "a response is written in parts",
      set("Order.inventedPart", inParts),
      set("Order.inventedPart", flat),
    ],
    [
      "a response's named part is written out",
      set("Order.inventedPart", flat),
      all(named, set("Order.inventedPart", byName)),
    ],
    [
      "a request's parts are written as one",
      set("InventedNote/properties/part", flat),
      all(addNote, set("InventedNote/properties/part", inParts)),
    ],
    [
      "a request is written in parts",
      set("InventedNote/properties/part", inParts),
      all(addNote, set("InventedNote/properties/part", flat)),
    ],
    [
      "a response's constant is an enum of one value",
      set("Order.invented", { ...string, enum: ["a"] }),
      set("Order.invented", { ...string, const: "a" }),
    ],
    ["security is repeated on the operation", set("get/security", [{ Bearer: [] }])],
    ["an empty pattern means nothing", set("Order.id/pattern", ""), without("Order.id/pattern")],
    [
      "a parameter says that it may not be empty",
      set("param/include_price/allowEmptyValue", false),
    ],
  ]),
  ...pairs(minor, [
    [
      "an inline part of a response gains a property",
      set("Order.inventedPart/allOf/0/properties/weight", string),
      set("Order.inventedPart", inParts),
    ],
    [
      "an inline part of a request gains a property",
      set("InventedNote/properties/part/allOf/0/properties/weight", string),
      all(addNote, set("InventedNote/properties/part", inParts)),
    ],
    [
      "a request's constant becomes an enum",
      set("InventedNote/properties/mark", { ...string, enum: ["a", "b"] }),
      all(addNote, set("InventedNote/properties/mark", { ...string, const: "a" })),
    ],
    ["a parameter may be empty", set("param/include_price/allowEmptyValue", true)],
    [
      "a request's pattern is emptied",
      set("InventedNote.title/pattern", ""),
      all(addNote, set("InventedNote.title/pattern", "^a")),
    ],
    [
      "a sent list may be a string",
      set("InventedNote/properties/list", listOrString),
      all(addNote, set("InventedNote/properties/list", wide)),
    ],
    [
      "a returned list is never a string",
      set("Order.inventedList", wide),
      set("Order.inventedList", listOrString),
    ],
  ]),
  ...pairs(major, [
    [
      "an inline part of a response loses a property",
      remove("Order.inventedPart/allOf/0/properties/size"),
      set("Order.inventedPart", inParts),
    ],
    [
      "an inline part of a request needs more",
      set("InventedNote/properties/part/allOf/0/required", ["size"]),
      all(addNote, set("InventedNote/properties/part", inParts)),
    ],
    [
      "a response's parts are written as one without the last",
      set("Order.inventedPart", size),
      set("Order.inventedPart", inParts),
    ],
    [
      "a response's constant becomes an enum",
      set("Order.invented", { ...string, enum: ["a", "b"] }),
      set("Order.invented", { ...string, const: "a" }),
    ],
    [
      "a request's enum becomes a constant",
      set("InventedNote/properties/mark", { ...string, const: "a" }),
      all(addNote, set("InventedNote/properties/mark", { ...string, enum: ["a", "b"] })),
    ],
    [
      "a response's pattern is emptied",
      set("Order.id/pattern", ""),
      set("Order.id/pattern", "^[0-9a-f]+$"),
    ],
    [
      "a request gets a pattern",
      set("InventedNote.title/pattern", "^a"),
      all(addNote, set("InventedNote.title/pattern", "")),
    ],
    [
      "a parameter may no longer be empty",
      without("param/include_price/allowEmptyValue"),
      set("param/include_price/allowEmptyValue", true),
    ],
    [
      "a returned list may be a string",
      set("Order.inventedList", listOrString),
      set("Order.inventedList", wide),
    ],
    [
      "a sent list may no longer be a string",
      set("InventedNote/properties/list", wide),
      all(addNote, set("InventedNote/properties/list", listOrString)),
    ],
    [
      "the operation asks for a token that the contract does not",
      set("get/security", [{ Bearer: [] }]),
      set("/security", []),
    ],
  ]),
];

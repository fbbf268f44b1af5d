/** Values that may be null, or no longer. */
import { set } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, schemaOf } from "./parts.ts";

export const nulls: Pair[] = [
  ...pairs(major, [
    ["Order.id may be null", set("Order.id/type", ["string", "null"])],
    ["totalPrice may be null", set("Order.totalPrice/type", ["number", "null"])],
    ["lineItems may be null", set("Order.lineItems/type", ["array", "null"])],
    ["quantity may be null", set("OrderLineItem.quantity/type", ["integer", "null"])],
    [
      "links may be null",
      set("Order.links", { oneOf: [schemaOf("OrderLinks"), { type: "null" }] }),
    ],
    [
      "pricing may be null",
      set("OrderLineItem.pricing", { anyOf: [schemaOf("Pricing"), { type: "null" }] }),
    ],
    ["a fault's description may be null", set("ApiFault.description/type", ["string", "null"])],
  ]),
  ...pairs(minor, [
    [
      "Order.id is no longer null",
      set("Order.id/type", "string"),
      set("Order.id/type", ["string", "null"]),
    ],
    [
      "lineItems is no longer null",
      set("Order.lineItems/type", "array"),
      set("Order.lineItems/type", ["array", "null"]),
    ],
    ["a parameter may be null", set("param/include_price/schema/type", ["boolean", "null"])],
  ]),
  ...pairs(major, [
    [
      "a parameter may no longer be null",
      set("param/include_price/schema/type", "boolean"),
      set("param/include_price/schema/type", ["boolean", "null"]),
    ],
    ["a sent property may no longer be null", set("InventedNote.signed/type", "string"), addNote],
  ]),
  ...pairs(minor, [
    ["a sent property may be null", set("InventedNote.author/type", ["string", "null"]), addNote],
  ]),
];

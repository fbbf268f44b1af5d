/** Schemas that refer to themselves or to each other. */
import { all, remove, set } from "./edits.ts";
import { major, minor, none, type Pair, pairs } from "./pair.ts";
import { echoNote, order, schemaOf, string } from "./parts.ts";

/** Schemas that refer to themselves, directly and through each kind of schema that can hold one. */
const parentOrder = set("Order.parentOrder", order);
const orders = { type: "array", description: "Orders.", items: order };
const relatedOrders = all(
  parentOrder,
  set("Order.inventedOrders", orders),
  set("Order.inventedMap", {
    type: "object",
    description: "By name.",
    additionalProperties: order,
  }),
  set("Order.inventedNullable", { oneOf: [order, { type: "null" }] }),
  set("Order.inventedChoice", { oneOf: [order, schemaOf("Link")] }),
  set("Order.inventedWhole", {
    allOf: [order, { type: "object", properties: { inventedSize: string } }],
  }),
  set("Order.inventedLists", { type: "array", description: "Lists.", items: orders }),
);
const eachOther = all(
  set("InventedA", { type: "object", description: "A.", properties: { b: schemaOf("InventedB") } }),
  set("InventedB", {
    type: "object",
    description: "B.",
    properties: { a: schemaOf("InventedA"), size: string },
  }),
  set("Order.inventedA", schemaOf("InventedA")),
);
const replies = all(echoNote, set("InventedNote.reply", schemaOf("InventedNote")));

export const selfReferences: Pair[] = [
  ...pairs(none, [
    ["an order with a parent order stays as it is", all(), parentOrder],
    ["orders in every kind of schema stay as they are", all(), relatedOrders],
  ]),
  ...pairs(major, [
    ["an order with a parent order loses a property", remove("Order.currencySymbol"), parentOrder],
    ["an order loses its parent order", remove("Order.parentOrder"), parentOrder],
    ["a parent order becomes a list of them", set("Order.parentOrder", orders), parentOrder],
    [
      "a parent order may be null",
      set("Order.parentOrder", { oneOf: [order, { type: "null" }] }),
      parentOrder,
    ],
    [
      "orders in every kind of schema lose a property",
      remove("Order.currencySymbol"),
      relatedOrders,
    ],
    ["schemas that refer to each other lose a property", remove("InventedB.size"), eachOther],
    [
      "a sent schema that refers to itself loses a property",
      remove("InventedNote.author"),
      replies,
    ],
  ]),
  ...pairs(minor, [
    ["an order gains a parent order", set("Order.inventedParent", order)],
    [
      "an order with a parent order gains a property",
      set("Order.inventedNote", string),
      parentOrder,
    ],
    ["schemas that refer to each other gain a property", set("InventedB.color", string), eachOther],
  ]),
];

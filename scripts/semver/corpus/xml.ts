/** The names and the form of XML, which this contract serves. */
import { remove, set, without } from "./edits.ts";
import { major, type Pair, pairs, patch } from "./pair.ts";
import { addNote } from "./parts.ts";

export const xml: Pair[] = [
  ...pairs(major, [
    ["an element has another name", set("Order.id/xml", { name: "invented" })],
    ["an element becomes an attribute", set("Order.id/xml", { attribute: true })],
    ["the items of a list are wrapped", set("Order.lineItems/xml", { wrapped: true })],
    ["the root element has a namespace", set("Order/xml", { namespace: "https://example.com" })],
    ["an element's name goes", remove("Order.id/xml"), set("Order.id/xml", { name: "invented" })],
    [
      "an element deep inside has another name",
      set("OrderLineItem.quantity/xml", { name: "invented" }),
      without("OrderLineItem.quantity/xml"),
    ],
    [
      "an element of a fault becomes an attribute",
      set("ApiFault.code/xml", { attribute: true }),
      without("ApiFault.code/xml"),
    ],
    ["an item of a list has another name", set("OrderLineItem/xml", { name: "Invented" })],
  ]),
  ...pairs(patch, [
    ["an element's name is written down", set("Order.id/xml", { name: "id" })],
    [
      "XML of what is only JSON has another name",
      set("InventedNote.title/xml", { name: "x" }),
      addNote,
    ],
  ]),
];

/** Properties of a response whose type changes. */
import { remove, set } from "./edits.ts";
import { major, type Pair, pairs } from "./pair.ts";
import { schemaOf, string } from "./parts.ts";

export const retypedProperties: Pair[] = [
  ...pairs(major, [
    ["totalPrice becomes a string", set("Order.totalPrice/type", "string")],
    ["id becomes a number", set("Order.id/type", "number")],
    ["quantity may have a fraction", set("OrderLineItem.quantity/type", "number")],
    ["quantity becomes a string", set("OrderLineItem.quantity/type", "string")],
    ["a flag becomes a string", set("OrderLineItem.attestationAccepted/type", "string")],
    ["id may be a number too", set("Order.id/type", ["string", "integer"])],
    [
      "status becomes a plain object",
      set("Order.status", {
        type: "object",
        description: "How far.",
        properties: { name: string },
      }),
    ],
    ["attributes become a string", set("Order.attributes", string)],
    ["links become those of a line", set("Order.links", schemaOf("OrderLineItemLinks"))],
    ["status takes the cycle's values", set("Order.status", schemaOf("BillingCycle"))],
    [
      "pricing becomes a number",
      set("OrderLineItem.pricing", { type: "number", description: "The price." }),
    ],
    [
      "a map's values become numbers",
      set("OrderLineItem.provisioningContext/additionalProperties", { type: "number" }),
    ],
    [
      "a map becomes an object of fixed properties",
      set("OrderLineItem.provisioningContext", {
        type: "object",
        description: "Facts.",
        additionalProperties: false,
        properties: { id: string },
      }),
    ],
    [
      "a fault's code may be a flag too",
      set("ApiFault.code/type", ["string", "integer", "boolean"]),
    ],
    [
      "creationDate becomes an object",
      set("Order.creationDate", {
        type: "object",
        description: "When.",
        properties: { inventedAt: string },
      }),
    ],
    [
      "a response's id loses its limit",
      remove("Order.id/maxLength"),
      set("Order.id/maxLength", 40),
    ],
    ["a response's id may be longer", set("Order.id/maxLength", 80), set("Order.id/maxLength", 40)],
    [
      "a response's id has another format",
      set("Order.id/format", "uri"),
      set("Order.id/format", "uuid"),
    ],
  ]),
];

/** Arrays that end or begin, and their items. */
import { set } from "./edits.ts";
import { major, type Pair, pairs } from "./pair.ts";
import { order, schemaOf, string } from "./parts.ts";

export const arrays: Pair[] = [
  ...pairs(major, [
    ["lineItems becomes one line", set("Order.lineItems", schemaOf("OrderLineItem"))],
    [
      "lineItems becomes a map of lines",
      set("Order.lineItems", {
        type: "object",
        description: "Lines.",
        additionalProperties: schemaOf("OrderLineItem"),
      }),
    ],
    ["a link's headers become a string", set("Link.headers", string)],
    [
      "a string becomes a list of strings",
      set("Order.id", { type: "array", description: "Ids.", items: string }),
    ],
    [
      "one link becomes a list",
      set("OrderLinks.self", { type: "array", description: "Links.", items: schemaOf("Link") }),
    ],
    [
      "a list of strings becomes one of numbers",
      set("OrderLineItem.additionalPartnerIdsOnRecord/items/type", "number"),
    ],
    [
      "a list may hold null",
      set("OrderLineItem.additionalPartnerIdsOnRecord/items/type", ["string", "null"]),
    ],
    [
      "lineItems becomes a list of lists",
      set("Order.lineItems/items", { type: "array", items: schemaOf("OrderLineItem") }),
    ],
    [
      "the response becomes a list of orders",
      set("response/OrderFound/content/application~1json/schema", { type: "array", items: order }),
    ],
  ]),
];

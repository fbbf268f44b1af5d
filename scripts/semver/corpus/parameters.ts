/** Parameters of an operation. */
import { all, append, type Edit, remove, renameComponent, reverse, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { parameter } from "./parts.ts";

const sizeParameter: Edit = all(
  set("param/invented", {
    ...parameter("inventedSize"),
    schema: { type: "integer", minimum: 1, maximum: 100, default: 10 },
  }),
  append("get/parameters", { $ref: "#/components/parameters/invented" }),
);

export const parameters: Pair[] = [
  ...pairs(major, [
    [
      "include_price goes",
      all(remove("get/parameters/include_price"), remove("param/include_price")),
    ],
    ["the correlation header goes", remove("get/parameters/ms-correlationid")],
    ["include_price is renamed", set("param/include_price/name", "invented_price")],
    ["the request id gets another header", set("param/ms-requestid/name", "invented-requestid")],
    ["include_price moves to a header", set("param/include_price/in", "header")],
    ["include_price must be given", set("param/include_price/required", true)],
    ["the correlation header must be given", set("param/ms-correlationid/required", true)],
    ["include_price becomes a string", set("param/include_price/schema/type", "string")],
    ["order_id becomes a number", set("param/order_id/schema/type", "integer")],
    ["a header must be a number", set("param/ms-cv/schema/type", "number")],
    [
      "include_price becomes a list",
      set("param/include_price/schema", { type: "array", items: { type: "boolean" } }),
    ],
    [
      "a new parameter must be given",
      append("get/parameters", parameter("inventedMarket", { required: true })),
    ],
    [
      "a new header must be given",
      append("get/parameters", parameter("invented-market", { in: "header", required: true })),
    ],
  ]),
  ...pairs(minor, [
    ["a new parameter may be given", append("get/parameters", parameter("inventedMarket"))],
    [
      "a new header may be given",
      append("get/parameters", parameter("invented-market", { in: "header" })),
    ],
    [
      "a new parameter stands as a component",
      all(
        set("param/inventedMarket", parameter("inventedMarket")),
        append("get/parameters", { $ref: "#/components/parameters/inventedMarket" }),
      ),
    ],
    [
      "a parameter is no longer required",
      set("param/include_price/required", false),
      set("param/include_price/required", true),
    ],
  ]),
  ...pairs(major, [
    [
      "order_id must be short",
      set("param/order_id/schema/maxLength", 12),
      without("param/order_id/schema/maxLength"),
    ],
    [
      "order_id must look like this",
      set("param/order_id/schema/pattern", "^[0-9a-f]{12}$"),
      without("param/order_id/schema/pattern"),
    ],
    ["a number must be smaller", set("param/invented/schema/maximum", 50), sizeParameter],
  ]),
  ...pairs(minor, [
    ["a number may be larger", set("param/invented/schema/maximum", 500), sizeParameter],
  ]),
  ...pairs(major, [["a default changes", set("param/invented/schema/default", 20), sizeParameter]]),
  ...pairs(minor, [
    [
      "a default is written down",
      set("param/include_price/schema/default", false),
      without("param/include_price/schema/default"),
    ],
  ]),
  ...pairs(major, [
    [
      "a parameter's component is renamed",
      renameComponent("param/include_price", "invented_price"),
    ],
  ]),
  ...pairs(patch, [
    ["the parameters are in another order", reverse("get/parameters")],
    ["a parameter is described in other words", set("param/order_id/description", "Which order.")],
    ["a parameter has another example", set("param/order_id/example", "0123456789ab")],
    [
      "a parameter is deprecated",
      set("param/ms-cv/deprecated", true),
      without("param/ms-cv/deprecated"),
    ],
  ]),
];

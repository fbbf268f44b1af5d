/** Changes that single tools rate too high or too low. */
import { all, append, remove, rename, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { schemaOf } from "./parts.ts";

const numbers = set("OrderLineItem.quantity/enum", [1, 2]);

export const toolMistakes: Pair[] = [
  ...pairs(major, [
    ["a property is no longer returned", set("Order.id/writeOnly", true)],
    [
      "links may be another object too",
      set("Order.links", { anyOf: [schemaOf("OrderLinks"), schemaOf("Link")] }),
    ],
    ["a constant may be any string", remove("Order.id/const"), set("Order.id/const", "x")],
    ["a header's name changes its case", rename("response/OrderFound/headers/MS-CV", "ms-cv")],
    ["400 becomes 4XX", rename("get/responses/400", "4XX")],
    ["a 404 has no body", remove("response/NotFound/content")],
    ["a list is sent in another way", set("param/include_price/style", "pipeDelimited")],
    ["a number's enum gains a value", append("OrderLineItem.quantity/enum", 3), numbers],
    [
      "version moves from the call to its path",
      all(
        set("path/parameters", [{ $ref: "#/components/parameters/version" }]),
        remove("get/parameters/version"),
      ),
    ],
  ]),
  ...pairs(minor, [
    [
      "a response's string is one of a few",
      set("Order.transactionType/enum", ["InventedPurchase"]),
      without("Order.transactionType/enum"),
    ],
    [
      "a response's string is always the same",
      set("Order.transactionType/const", "InventedPurchase"),
      without("Order.transactionType/const"),
    ],
    ["the call may be made without a token", set("get/security", [{ Bearer: [] }, {}])],
  ]),
  ...pairs(patch, [
    [
      "a parameter's style is written down",
      set("param/include_price/style", "form"),
      without("param/include_price/style"),
    ],
    ["an optional parameter is said to be optional", remove("param/include_price/required")],
    ["the examples are no longer components", remove("/components/examples")],
    ["the contract is OpenAPI 3.1.1", set("/openapi", "3.1.1")],
    ["the contract has a contact", set("/info/contact", { url: "https://example.com" })],
  ]),
];

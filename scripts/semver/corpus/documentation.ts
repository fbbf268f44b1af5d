/** Descriptions, examples, order, deprecation and extensions. */
import { all, append, remove, reverse, set, without } from "./edits.ts";
import { type Pair, pairs, patch } from "./pair.ts";

export const documentation: Pair[] = [
  ...pairs(patch, [
    ["Order is described in other words", set("Order/description", "An order.")],
    ["a property is described in other words", set("Order.id/description", "The id.")],
    ["a property loses its description", remove("Order.id/description")],
    ["the call is described in other words", set("get/description", "Reads an order.")],
    ["the call has another summary", set("get/summary", "Read an order")],
    ["the call links to another page", set("get/externalDocs/url", "https://example.com/page")],
    ["the contract has another title", set("/info/title", "Orders")],
    ["the contract is described in other words", set("/info/description", "Orders.")],
    ["a response is described in other words", set("response/NotFound/description", "Not there.")],
    ["a header is described in other words", set("header/Retry-After/description", "Seconds.")],
    ["a tag is described in other words", set("/tags/0/description", "Orders.")],
    [
      "the call has one more tag",
      all(append("/tags", { name: "More", description: "More." }), append("get/tags", "More")),
    ],
    ["a property has another example", set("Order.id/examples", ["0123456789ab"])],
    ["a property has one more example", append("Order.id/examples", "0123456789ab")],
    ["a status has another example", set("OrderStatus/examples", ["pending"])],
    [
      "a response's example changes",
      set("response/OrderFound/content/application~1json/examples", {
        inventedOne: { value: { id: "1" } },
      }),
    ],
    [
      "a property is deprecated",
      set("Order.alternateId/deprecated", true),
      without("Order.alternateId/deprecated"),
    ],
    ["the call is deprecated", set("get/deprecated", true), without("get/deprecated")],
    [
      "a property is no longer deprecated",
      remove("Order.alternateId/deprecated"),
      set("Order.alternateId/deprecated", true),
    ],
    ["the properties are in another order", reverse("Order/properties")],
    ["the schemas are in another order", reverse("/components/schemas")],
    ["the media types are in another order", reverse("response/NotFound/content")],
    ["an extension is new", set("Order/x-invented", "anything")],
    [
      "a property's source changes",
      set("OrderLineItem.additionalPartnerIdsOnRecord/x-addition", "elsewhere"),
    ],
    ["a .NET name changes", set("Order/x-dotnet-type", "Other.Order")],
    ["an extension goes", remove("Order/x-dotnet-type")],
    ["the call has an extension", set("get/x-invented", true)],
  ]),
];

/** Statuses, media types, response headers and servers. */
import { all, append, remove, rename, reverse, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { order } from "./parts.ts";

export const responses: Pair[] = [
  ...pairs(major, [
    ["403 goes", remove("get/responses/403")],
    ["404 goes", remove("get/responses/404")],
    ["429 goes", remove("get/responses/429")],
    ["500 goes", remove("get/responses/500")],
    ["200 becomes 203", rename("get/responses/200", "203")],
    ["400 becomes 422", rename("get/responses/400", "422")],
  ]),
  ...pairs(minor, [
    [
      "410 is new",
      set("get/responses/410", { $ref: "#/components/responses/NotFound" }),
      without("get/responses/410"),
    ],
    [
      "202 is new",
      set("get/responses/202", { $ref: "#/components/responses/OrderFound" }),
      without("get/responses/202"),
    ],
    [
      "a default response is new",
      set("get/responses/default", { $ref: "#/components/responses/NotFound" }),
      without("get/responses/default"),
    ],
  ]),
  ...pairs(major, [
    ["an order is not available as text/json", remove("response/OrderFound/content/text~1json")],
    ["an order is not available as JSON", remove("response/OrderFound/content/application~1json")],
    [
      "an order is not available as XML",
      all(
        remove("response/OrderFound/content/application~1xml"),
        remove("response/OrderFound/content/text~1xml"),
      ),
    ],
    ["a 404 has no body as text/xml", remove("response/NotFound/content/text~1xml")],
    [
      "JSON has another name",
      rename("response/OrderFound/content/application~1json", "application/vnd.order+json"),
    ],
  ]),
  ...pairs(minor, [
    [
      "an order is available in a format of its own",
      set("response/OrderFound/content/application~1vnd.invented+json", { schema: order }),
    ],
  ]),
  ...pairs(major, [
    [
      "the response to 404 is an order",
      set("response/NotFound/content/application~1json/schema", order),
    ],
    ["the response has no MS-RequestId", remove("response/OrderFound/headers/MS-RequestId")],
    ["Retry-After goes", remove("response/TooManyRequests/headers/Retry-After")],
    ["Retry-After becomes a string", set("header/Retry-After/schema/type", "string")],
  ]),
  ...pairs(minor, [
    [
      "the response has one more header",
      set("response/OrderFound/headers/Invented-Tag", {
        description: "A tag.",
        schema: { type: "string" },
      }),
    ],
  ]),
  ...pairs(major, [
    ["the Chinese server goes", remove("/servers/1")],
    ["the global server moves", set("/servers/0/url", "https://api.example.com")],
  ]),
  ...pairs(minor, [
    [
      "a third server",
      append("/servers", { url: "https://api.example.com", description: "A third." }),
    ],
  ]),
  ...pairs(patch, [
    ["the servers are in another order", reverse("/servers")],
    ["a server is described in other words", set("/servers/0/description", "Everywhere.")],
  ]),
];

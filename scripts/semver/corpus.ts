/**
 * Edits of the real contract, each with the versions that it must ask for. The verdicts come from
 * policy.md and from what the edit does to those who read answers and write requests, never from what
 * a tool says.
 */
import {
  all,
  append,
  type Edit,
  remove,
  rename,
  renameComponent,
  reverse,
  set,
  without,
} from "./corpus-edits.ts";
import type { Bumps } from "./policy.ts";

export interface Pair {
  verdict: Bumps;
  title: string;
  edit: Edit;
  /** What both sides have that the contract lacks. */
  given?: Edit;
}

const major: Bumps = { types: "major", client: "major", docs: "minor" };
const minor: Bumps = { types: "minor", client: "minor", docs: "minor" };
const patch: Bumps = { types: "patch", client: "patch", docs: "patch" };
const none: Bumps = { types: "none", client: "none", docs: "none" };

const text = { type: "string", description: "A text.", examples: ["some"] };
const parameter = (name: string, more: object = {}) => ({
  name,
  in: "query",
  description: "A further one.",
  schema: { type: "string" },
  ...more,
});
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const order = { $ref: "#/components/schemas/Order" };
const schemaOf = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A second operation, which sends a body: the contract's own only reads. */
const noteBody = {
  type: "object",
  description: "A note for an order.",
  required: ["title"],
  properties: {
    title: text,
    author: text,
    pages: { type: "integer", description: "How many." },
    kind: { type: "string", description: "Which.", enum: ["short", "long"] },
    tags: { type: "array", description: "Some.", items: { type: "string" } },
    signed: { type: ["string", "null"], description: "By whom." },
    part: { type: "object", description: "A part.", properties: { size: text, color: text } },
  },
};
const addNote: Edit = all(
  set("InventedNote", noteBody),
  set("path/post", {
    operationId: "inventedPost",
    summary: "Add a note",
    requestBody: { ...json(schemaOf("InventedNote")), required: true },
    responses: { "204": { description: "Done." } },
  }),
);
/** The same schema in a request and in an answer. */
const echoNote: Edit = all(
  addNote,
  set("path/post/responses/200", { description: "The note.", ...json(schemaOf("InventedNote")) }),
);
const closeStatus = remove("OrderStatus/x-ms-enum");
const choiceParameter: Edit = all(
  set("param/invented", {
    ...parameter("inventedChoice"),
    schema: { type: "string", enum: ["open", "closed"] },
  }),
  append("get/parameters", { $ref: "#/components/parameters/invented" }),
);
const sizeParameter: Edit = all(
  set("param/invented", {
    ...parameter("inventedSize"),
    schema: { type: "integer", minimum: 1, maximum: 100, default: 10 },
  }),
  append("get/parameters", { $ref: "#/components/parameters/invented" }),
);
const numbers = set("OrderLineItem.quantity/enum", [1, 2]);
const secondPath = set("/paths/~1invented", {
  get: {
    operationId: "inventedList",
    responses: { "200": { description: "All.", ...json({ type: "array", items: text }) } },
  },
});

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
    allOf: [order, { type: "object", properties: { inventedSize: text } }],
  }),
  set("Order.inventedLists", { type: "array", description: "Lists.", items: orders }),
);
const eachOther = all(
  set("InventedA", { type: "object", description: "A.", properties: { b: schemaOf("InventedB") } }),
  set("InventedB", {
    type: "object",
    description: "B.",
    properties: { a: schemaOf("InventedA"), size: text },
  }),
  set("Order.inventedA", schemaOf("InventedA")),
);
const replies = all(echoNote, set("InventedNote.reply", schemaOf("InventedNote")));

type Row = [title: string, edit: Edit, given?: Edit];

function pairs(verdict: Bumps, rows: Row[]): Pair[] {
  return rows.map(([title, edit, given]) => ({ verdict, title, edit, ...(given && { given }) }));
}

export const corpus: Pair[] = [
  // Members of an answer, removed or renamed
  ...pairs(major, [
    ["Order loses status", remove("Order.status")],
    ["Order loses id", remove("Order.id")],
    ["Order loses totalPrice", remove("Order.totalPrice")],
    ["Order loses lineItems", remove("Order.lineItems")],
    ["Order loses links", remove("Order.links")],
    ["Order loses billingCycle", remove("Order.billingCycle")],
    ["a line loses quantity", remove("OrderLineItem.quantity")],
    ["a line loses pricing", remove("OrderLineItem.pricing")],
    ["a line loses its context", remove("OrderLineItem.provisioningContext")],
    ["a line's links lose sku", remove("OrderLineItemLinks.sku")],
    ["a link loses uri", remove("Link.uri")],
    ["a pair loses value", remove("KeyValuePair.value")],
    ["a price loses listPrice", remove("Pricing.listPrice")],
    ["a fault loses code", remove("ApiFault.code")],
    ["a fault loses description", remove("ApiFault.description")],
    ["a renewal loses its only member", remove("RenewsTo.termDuration")],
    ["Order.id is renamed", rename("Order.id", "inventedId")],
    ["Order.currencyCode changes its case", rename("Order.currencyCode", "CurrencyCode")],
    ["a line's quantity is renamed", rename("OrderLineItem.quantity", "inventedQuantity")],
    ["links.self is renamed", rename("OrderLinks.self", "inventedSelf")],
    ["all members of ClientContext go", set("ClientContext/properties", {})],
  ]),

  // Members of an answer, retyped
  ...pairs(major, [
    ["totalPrice becomes a text", set("Order.totalPrice/type", "string")],
    ["id becomes a number", set("Order.id/type", "number")],
    ["quantity may have a fraction", set("OrderLineItem.quantity/type", "number")],
    ["quantity becomes a text", set("OrderLineItem.quantity/type", "string")],
    ["a flag becomes a text", set("OrderLineItem.attestationAccepted/type", "string")],
    ["id may be a number too", set("Order.id/type", ["string", "integer"])],
    [
      "status becomes a plain object",
      set("Order.status", { type: "object", description: "How far.", properties: { name: text } }),
    ],
    ["attributes become a text", set("Order.attributes", text)],
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
      "a map becomes an object of fixed members",
      set("OrderLineItem.provisioningContext", {
        type: "object",
        description: "Facts.",
        additionalProperties: false,
        properties: { id: text },
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
        properties: { inventedAt: text },
      }),
    ],
    ["an answer's id loses its limit", remove("Order.id/maxLength"), set("Order.id/maxLength", 40)],
    ["an answer's id may be longer", set("Order.id/maxLength", 80), set("Order.id/maxLength", 40)],
    [
      "an answer's id has another format",
      set("Order.id/format", "uri"),
      set("Order.id/format", "uuid"),
    ],
  ]),

  // Arrays
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
    ["a link's headers become a text", set("Link.headers", text)],
    [
      "a text becomes a list of texts",
      set("Order.id", { type: "array", description: "Ids.", items: text }),
    ],
    [
      "one link becomes a list",
      set("OrderLinks.self", { type: "array", description: "Links.", items: schemaOf("Link") }),
    ],
    [
      "a list of texts becomes one of numbers",
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
      "the answer becomes a list of orders",
      set("response/OrderFound/content/application~1json/schema", { type: "array", items: order }),
    ],
  ]),

  // Null
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
      "Order.id is never null any more",
      set("Order.id/type", "string"),
      set("Order.id/type", ["string", "null"]),
    ],
    [
      "lineItems is never null any more",
      set("Order.lineItems/type", "array"),
      set("Order.lineItems/type", ["array", "null"]),
    ],
    ["a parameter may be null", set("param/include_price/schema/type", ["boolean", "null"])],
  ]),
  ...pairs(major, [
    [
      "a parameter may not be null any more",
      set("param/include_price/schema/type", "boolean"),
      set("param/include_price/schema/type", ["boolean", "null"]),
    ],
    ["a sent member may not be null any more", set("InventedNote.signed/type", "string"), addNote],
  ]),
  ...pairs(minor, [
    ["a sent member may be null", set("InventedNote.author/type", ["string", "null"]), addNote],
  ]),

  // Required
  ...pairs(major, [
    [
      "an answer's required member may be missing",
      remove("Order/required"),
      set("Order/required", ["id"]),
    ],
  ]),
  ...pairs(minor, [
    ["an answer always has its id", set("Order/required", ["id"]), without("Order/required")],
  ]),
  ...pairs(major, [
    ["a sent member becomes required", append("InventedNote/required", "author"), addNote],
  ]),
  ...pairs(minor, [["a sent member need not be there", set("InventedNote/required", []), addNote]]),
  ...pairs(major, [
    [
      "a new sent member is required",
      all(set("InventedNote.reason", text), append("InventedNote/required", "reason")),
      addNote,
    ],
    [
      "a body becomes required",
      set("path/post/requestBody/required", true),
      all(addNote, set("path/post/requestBody/required", false)),
    ],
  ]),
  ...pairs(minor, [
    ["a body need not be sent", set("path/post/requestBody/required", false), addNote],
  ]),
  ...pairs(major, [
    [
      "a member of a sent part becomes required",
      set("InventedNote.part/required", ["size"]),
      addNote,
    ],
  ]),

  // Enums
  ...pairs(minor, [
    ["an order may be one thing more", append("OrderStatus/enum", "invented_status")],
    ["a cycle may last longer", append("BillingCycle/enum", "invented_cycle")],
    [
      "an order may be two more things",
      all(append("OrderStatus/enum", "invented_one"), append("OrderStatus/enum", "invented_two")),
    ],
  ]),
  ...pairs(major, [
    ["unknown is no known status any more", remove("OrderStatus/enum/unknown")],
    ["triennial is no known cycle any more", remove("BillingCycle/enum/triennial")],
    [
      "a known status is renamed",
      all(remove("OrderStatus/enum/error"), append("OrderStatus/enum", "invented_error")),
    ],
    [
      "a known cycle changes its case",
      all(remove("BillingCycle/enum/annual"), append("BillingCycle/enum", "Annual")),
    ],
    ["the open status closes", closeStatus],
    ["the open status is said to be closed", set("OrderStatus/x-ms-enum/modelAsString", false)],
    [
      "a closed status opens",
      set("OrderStatus/x-ms-enum", { name: "OrderStatus", modelAsString: true }),
      closeStatus,
    ],
    ["the open enum gets another name", set("OrderStatus/x-ms-enum/name", "OrderState")],
    ["a closed status gains a value", append("OrderStatus/enum", "invented_status"), closeStatus],
    ["a closed status loses a value", remove("OrderStatus/enum/unknown"), closeStatus],
    ["a closed status becomes any text", remove("OrderStatus/enum"), closeStatus],
    [
      "the open status becomes any text",
      all(closeStatus, remove("OrderStatus/enum"), remove("OrderStatus/x-enumDescriptions")),
    ],
    [
      "a member's own closed enum gains a value",
      append("PurchaseCommitment.grain/enum", "invented_day"),
      set("PurchaseCommitment.grain/enum", ["month", "hour"]),
    ],
  ]),
  ...pairs(minor, [
    [
      "a parameter takes one more value",
      append("param/invented/schema/enum", "all"),
      choiceParameter,
    ],
  ]),
  ...pairs(major, [
    [
      "a parameter takes one value less",
      remove("param/invented/schema/enum/open"),
      choiceParameter,
    ],
    [
      "a parameter takes only some values",
      set("param/version/schema/enum", ["invented_1"]),
      without("param/version/schema/enum"),
    ],
  ]),
  ...pairs(minor, [
    ["a parameter takes any text", remove("param/invented/schema/enum"), choiceParameter],
    ["a sent member takes one more value", append("InventedNote.kind/enum", "medium"), addNote],
  ]),
  ...pairs(major, [
    ["a sent member takes one value less", remove("InventedNote.kind/enum/long"), addNote],
    [
      "a value is new to what is sent and answered",
      append("InventedNote.kind/enum", "medium"),
      echoNote,
    ],
  ]),
  ...pairs(patch, [
    ["the known statuses stand in another order", reverse("OrderStatus/enum")],
    [
      "a status is described in other words",
      set("OrderStatus/x-enumDescriptions/error", "It failed."),
    ],
  ]),

  // Members that are new
  ...pairs(minor, [
    ["Order gains a text", set("Order.inventedNote", text)],
    [
      "Order gains a list",
      set("Order.inventedTags", { type: "array", description: "Tags.", items: text }),
    ],
    [
      "Order gains an object",
      set("Order.inventedGift", {
        type: "object",
        description: "A gift.",
        properties: { note: text },
      }),
    ],
    [
      "Order gains a member that may be null",
      set("Order.inventedNote", { ...text, type: ["string", "null"] }),
    ],
    [
      "Order gains a member that is always there",
      all(set("Order.inventedNote", text), set("Order/required", ["inventedNote"])),
      without("Order/required"),
    ],
    ["a line gains a member", set("OrderLineItem.inventedNote", text)],
    ["a link gains a member", set("Link.inventedTitle", text)],
    ["a fault gains a member", set("ApiFault.inventedHint", text)],
    [
      "Order gains one with a closed enum",
      set("Order.inventedSize", { ...text, enum: ["s", "m"] }),
    ],
    [
      "Order gains a schema of its own",
      all(
        set("InventedGift", { type: "object", description: "A gift.", properties: { note: text } }),
        set("Order.inventedGift", schemaOf("InventedGift")),
      ),
    ],
    ["a sent body gains an optional member", set("InventedNote.reason", text), addNote],
    [
      "what is sent and answered gains an optional member",
      set("InventedNote.reason", text),
      echoNote,
    ],
    [
      "a schema that nobody uses yet",
      set("InventedGift", { type: "object", description: "A gift.", properties: { note: text } }),
    ],
  ]),

  // What is sent
  ...pairs(major, [
    ["a sent body loses a member", remove("InventedNote.author"), addNote],
    ["a sent member is renamed", rename("InventedNote.author", "writer"), addNote],
    ["a sent member is retyped", set("InventedNote.pages/type", "string"), addNote],
    ["a sent text must be a number", set("InventedNote.title/type", "integer"), addNote],
  ]),
  ...pairs(minor, [
    [
      "a sent member may be a text too",
      set("InventedNote.pages/type", ["integer", "string"]),
      addNote,
    ],
  ]),
  ...pairs(major, [
    ["a sent list stops being one", set("InventedNote.tags", text), addNote],
    ["a sent text must be shorter", set("InventedNote.title/maxLength", 5), addNote],
    ["the body is not sent any more", remove("path/post/requestBody"), addNote],
    [
      "a body must be sent",
      set("path/post/requestBody", { ...json(schemaOf("InventedNote")), required: true }),
      all(addNote, remove("path/post/requestBody")),
    ],
  ]),
  ...pairs(minor, [
    [
      "a body may be sent",
      set("path/post/requestBody", json(schemaOf("InventedNote"))),
      all(addNote, remove("path/post/requestBody")),
    ],
  ]),
  ...pairs(major, [
    [
      "a body is no JSON any more",
      rename("path/post/requestBody/content/application~1json", "application/xml"),
      addNote,
    ],
  ]),
  ...pairs(minor, [
    [
      "a body may be XML too",
      set("path/post/requestBody/content/application~1xml", { schema: schemaOf("InventedNote") }),
      addNote,
    ],
  ]),
  ...pairs(major, [
    ["what is sent and answered loses a member", remove("InventedNote.author"), echoNote],
    [
      "what is sent and answered may be null",
      set("InventedNote.author/type", ["string", "null"]),
      echoNote,
    ],
  ]),

  // Index signatures
  ...pairs(major, [
    ["a fault has no other members", set("ApiFault/additionalProperties", false)],
    ["a fault does not speak of other members", remove("ApiFault/additionalProperties")],
    [
      "a pair's other members may be anything",
      set("KeyValuePair/additionalProperties", true),
      set("KeyValuePair/additionalProperties", text),
    ],
  ]),
  ...pairs(minor, [
    [
      "a pair may have other members",
      set("KeyValuePair/additionalProperties", true),
      without("KeyValuePair/additionalProperties"),
    ],
  ]),
  ...pairs(major, [
    [
      "a map loses its other members",
      set("OrderLineItem.provisioningContext", {
        type: "object",
        description: "Facts.",
        properties: { id: text },
      }),
    ],
  ]),

  // Parameters
  ...pairs(major, [
    [
      "include_price goes",
      all(remove("get/parameters/include_price"), remove("param/include_price")),
    ],
    [
      "the correlation header goes",
      all(remove("get/parameters/ms-correlationid"), remove("param/ms-correlationid")),
    ],
    ["include_price is renamed", set("param/include_price/name", "invented_price")],
    ["the request id gets another header", set("param/ms-requestid/name", "invented-requestid")],
    ["include_price moves to a header", set("param/include_price/in", "header")],
    ["include_price must be given", set("param/include_price/required", true)],
    ["the correlation header must be given", set("param/ms-correlationid/required", true)],
    ["include_price becomes a text", set("param/include_price/schema/type", "string")],
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
      "a parameter need not be given any more",
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
    ["the parameters stand in another order", reverse("get/parameters")],
    ["a parameter is described in other words", set("param/order_id/description", "Which order.")],
    ["a parameter has another example", set("param/order_id/example", "0123456789ab")],
    [
      "a parameter is deprecated",
      set("param/ms-cv/deprecated", true),
      without("param/ms-cv/deprecated"),
    ],
  ]),

  // Statuses, media types, response headers, servers
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
      "a default answer is new",
      set("get/responses/default", { $ref: "#/components/responses/NotFound" }),
      without("get/responses/default"),
    ],
  ]),
  ...pairs(major, [
    ["an order is not to be had as text/json", remove("response/OrderFound/content/text~1json")],
    ["an order is not to be had as JSON", remove("response/OrderFound/content/application~1json")],
    [
      "an order is not to be had as XML",
      all(
        remove("response/OrderFound/content/application~1xml"),
        remove("response/OrderFound/content/text~1xml"),
      ),
    ],
    ["a 404 has no body as text/xml", remove("response/NotFound/content/text~1xml")],
    [
      "JSON is called another name",
      rename("response/OrderFound/content/application~1json", "application/vnd.order+json"),
    ],
  ]),
  ...pairs(minor, [
    [
      "an order is to be had in a format of its own",
      set("response/OrderFound/content/application~1vnd.invented+json", { schema: order }),
    ],
  ]),
  ...pairs(major, [
    [
      "the answer to 404 is an order",
      set("response/NotFound/content/application~1json/schema", order),
    ],
    ["the answer has no MS-RequestId", remove("response/OrderFound/headers/MS-RequestId")],
    ["Retry-After goes", remove("response/TooManyRequests/headers/Retry-After")],
    ["Retry-After becomes a text", set("header/Retry-After/schema/type", "string")],
  ]),
  ...pairs(minor, [
    [
      "the answer has one more header",
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
    ["the servers stand in another order", reverse("/servers")],
    ["a server is described in other words", set("/servers/0/description", "Everywhere.")],
  ]),

  // Names
  ...pairs(major, [
    ["getOrder becomes readOrder", set("get/operationId", "readOrder")],
    ["getOrder changes its case", set("get/operationId", "GetOrder")],
    ["getOrder loses its name", remove("get/operationId")],
    ["the path moves", rename("path", "/v{version}/customers/{customer_id}/invented/{order_id}")],
    [
      "order_id is renamed in the path",
      all(
        set("param/order_id/name", "invented_id"),
        rename("path", "/v{version}/customers/{customer_id}/orders/{invented_id}"),
      ),
    ],
    [
      "customer_id is renamed in the path",
      all(
        set("param/customer_id/name", "invented_tenant"),
        rename("path", "/v{version}/customers/{invented_tenant}/orders/{order_id}"),
      ),
    ],
    ["the call becomes a POST", rename("path/get", "post")],
    ["a second path goes", remove("/paths/~1invented"), secondPath],
    ["a second operation goes", remove("path/post"), addNote],
  ]),
  ...pairs(minor, [
    ["a second path", secondPath],
    ["a second operation", addNote, without("path/post")],
    [
      "a deletion",
      set("path/delete", {
        operationId: "inventedDelete",
        responses: { "204": { description: "Gone." } },
      }),
      without("path/delete"),
    ],
  ]),
  ...pairs(major, [
    ["KeyValuePair is renamed", renameComponent("KeyValuePair", "InventedPair")],
    ["Order is renamed", renameComponent("Order", "InventedOrder")],
    ["ApiFault is renamed", renameComponent("ApiFault", "InventedFault")],
    [
      "BillingCycle is renamed",
      all(
        renameComponent("BillingCycle", "InventedCycle"),
        set("InventedCycle/x-ms-enum/name", "InventedCycle"),
      ),
    ],
    ["a response's component is renamed", renameComponent("response/NotFound", "InventedMissing")],
    ["a schema that nobody uses goes", remove("InventedGift"), set("InventedGift", text)],
  ]),

  // Credentials
  ...pairs(major, [
    ["a token must say more", set("/security", [{ Bearer: [] }]), set("/security", [])],
    ["the token goes as Basic", set("/components/securitySchemes/Bearer/scheme", "basic")],
  ]),
  ...pairs(patch, [
    [
      "the token is described in other words",
      set("/components/securitySchemes/Bearer/description", "A token."),
    ],
  ]),

  // Texts, examples, order, deprecation, extensions
  ...pairs(patch, [
    ["Order is described in other words", set("Order/description", "An order.")],
    ["a member is described in other words", set("Order.id/description", "The id.")],
    ["a member loses its description", remove("Order.id/description")],
    ["the call is described in other words", set("get/description", "Reads an order.")],
    ["the call has another summary", set("get/summary", "Read an order")],
    ["the call links to another page", set("get/externalDocs/url", "https://example.com/page")],
    ["the contract has another title", set("/info/title", "Orders")],
    ["the contract is described in other words", set("/info/description", "Orders.")],
    ["an answer is described in other words", set("response/NotFound/description", "Not there.")],
    ["a header is described in other words", set("header/Retry-After/description", "Seconds.")],
    ["a tag is described in other words", set("/tags/0/description", "Orders.")],
    [
      "the call has one more tag",
      all(append("/tags", { name: "More", description: "More." }), append("get/tags", "More")),
    ],
    ["a member has another example", set("Order.id/examples", ["0123456789ab"])],
    ["a member has one more example", append("Order.id/examples", "0123456789ab")],
    ["a status has another example", set("OrderStatus/examples", ["pending"])],
    [
      "an answer's example changes",
      set("response/OrderFound/content/application~1json/examples", {
        inventedOne: { value: { id: "1" } },
      }),
    ],
    [
      "a member is deprecated",
      set("Order.alternateId/deprecated", true),
      without("Order.alternateId/deprecated"),
    ],
    ["the call is deprecated", set("get/deprecated", true), without("get/deprecated")],
    [
      "a member is deprecated no more",
      remove("Order.alternateId/deprecated"),
      set("Order.alternateId/deprecated", true),
    ],
    ["the members stand in another order", reverse("Order/properties")],
    ["the schemas stand in another order", reverse("/components/schemas")],
    ["the media types stand in another order", reverse("response/NotFound/content")],
    ["an extension is new", set("Order/x-invented", "anything")],
    [
      "a member's source changes",
      set("OrderLineItem.additionalPartnerIdsOnRecord/x-addition", "elsewhere"),
    ],
    ["a .NET name changes", set("Order/x-dotnet-type", "Other.Order")],
    ["an extension goes", remove("Order/x-dotnet-type")],
    ["the call has an extension", set("get/x-invented", true)],
  ]),

  // What tools take for more than it is, or for less
  ...pairs(major, [
    ["a member is not sent back any more", set("Order.id/writeOnly", true)],
    [
      "links may be another object too",
      set("Order.links", { anyOf: [schemaOf("OrderLinks"), schemaOf("Link")] }),
    ],
    ["a constant may be any text", remove("Order.id/const"), set("Order.id/const", "x")],
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
      "an answer's text is one of a few",
      set("Order.transactionType/enum", ["InventedPurchase"]),
      without("Order.transactionType/enum"),
    ],
    [
      "an answer's text is always the same",
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
    ["the examples are no components any more", remove("/components/examples")],
    ["the contract is OpenAPI 3.1.1", set("/openapi", "3.1.1")],
    ["the contract has a contact", set("/info/contact", { url: "https://example.com" })],
  ]),

  // Less in answers, more in requests
  ...pairs(minor, [
    ["a fault's code is a text alone", set("ApiFault.code/type", "string")],
    ["an answer's number is whole now", set("Order.totalPrice/type", "integer")],
    ["an answer's text has a format", set("Order.id/format", "uuid"), without("Order.id/format")],
    ["an answer's text has a limit", set("Order.id/maxLength", 40), without("Order.id/maxLength")],
    [
      "a parameter may be longer",
      remove("param/order_id/schema/maxLength"),
      set("param/order_id/schema/maxLength", 12),
    ],
    ["no token is needed", set("/security", [])],
  ]),

  // Schemas that refer to themselves
  ...pairs(none, [
    ["an order with a parent order stays as it is", all(), parentOrder],
    ["orders in every kind of schema stay as they are", all(), relatedOrders],
  ]),
  ...pairs(major, [
    ["an order with a parent order loses a member", remove("Order.currencySymbol"), parentOrder],
    ["an order loses its parent order", remove("Order.parentOrder"), parentOrder],
    ["a parent order becomes a list of them", set("Order.parentOrder", orders), parentOrder],
    [
      "a parent order may be null",
      set("Order.parentOrder", { oneOf: [order, { type: "null" }] }),
      parentOrder,
    ],
    ["orders in every kind of schema lose a member", remove("Order.currencySymbol"), relatedOrders],
    ["schemas that refer to each other lose a member", remove("InventedB.size"), eachOther],
    ["a sent schema that refers to itself loses a member", remove("InventedNote.author"), replies],
  ]),
  ...pairs(minor, [
    ["an order gains a parent order", set("Order.inventedParent", order)],
    ["an order with a parent order gains a member", set("Order.inventedNote", text), parentOrder],
    ["schemas that refer to each other gain a member", set("InventedB.color", text), eachOther],
  ]),

  // Nothing
  ...pairs(none, [
    ["nothing changed", all()],
    ["only the version was written", set("/info/version", "9.9.9")],
  ]),
];

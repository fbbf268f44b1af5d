/** Schemas that only requests or only responses use, some of them deep inside others. */
import { all, append, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, json, schemaOf, string } from "./parts.ts";

const part = {
  type: "object",
  description: "A part.",
  required: ["size"],
  properties: { size: { ...string, maxLength: 5 }, kind: { ...string, enum: ["big", "small"] } },
};
const other = { type: "object", description: "Another.", properties: { weight: string } };
const one = { oneOf: [schemaOf("InventedPart"), schemaOf("InventedOther")] };
const both = { allOf: [schemaOf("InventedPart"), schemaOf("InventedOther")] };
const invent = all(set("InventedPart", part), set("InventedOther", other));
const list = { type: "array", description: "Some.", items: schemaOf("InventedMiddle") };
const middle = { type: "object", description: "Between.", properties: { inner: one } };

/** In what is sent, and in what is returned. */
const sentOne = all(addNote, invent, set("InventedNote/properties/part", one));
const sentAll = all(addNote, invent, set("InventedNote/properties/part", both));
const sentDeep = all(
  addNote,
  invent,
  set("InventedMiddle", middle),
  set("InventedNote/properties/part", list),
);
const returnedOne = all(invent, set("Order.inventedPart", one));
const returnedAll = all(invent, set("Order.inventedPart", both));
const returnedDeep = all(invent, set("InventedMiddle", middle), set("Order.inventedPart", list));

const longer = set("InventedPart.size/maxLength", 50);
const shorter = set("InventedPart.size/maxLength", 3);
const moreKinds = append("InventedPart.kind/enum", "invented");
const notRequired = remove("InventedPart/required");
const oneMore = all(
  set("InventedThird", other),
  append("InventedNote/properties/part/oneOf", schemaOf("InventedThird")),
);

const sent: Pair[] = [
  ...pairs(minor, [
    ["one of what is sent may be longer", longer, sentOne],
    ["one of what is sent knows one more value", moreKinds, sentOne],
    ["one of what is sent needs less", notRequired, sentOne],
    ["a part of what is sent may be longer", longer, sentAll],
    ["a part of what is sent knows one more value", moreKinds, sentAll],
    ["a part of what is sent needs less", notRequired, sentAll],
    ["what is sent two references deep may be longer", longer, sentDeep],
    ["what is sent two references deep knows one more value", moreKinds, sentDeep],
    ["what is sent two references deep needs less", notRequired, sentDeep],
    ["what is sent may be a third thing", oneMore, sentOne],
    [
      "what is sent two references deep may be a number too",
      set("InventedPart.size/type", ["string", "number"]),
      sentDeep,
    ],
  ]),
  ...pairs(major, [
    ["one of what is sent must be shorter", shorter, sentOne],
    ["a part of what is sent must be shorter", shorter, sentAll],
    ["what is sent two references deep must be shorter", shorter, sentDeep],
    [
      "what is sent two references deep loses a value",
      remove("InventedPart.kind/enum/big"),
      sentDeep,
    ],
    [
      "what is sent two references deep needs more",
      append("InventedPart/required", "kind"),
      sentDeep,
    ],
    [
      "what is sent may be one thing fewer",
      remove("InventedNote/properties/part/oneOf/InventedOther"),
      sentOne,
    ],
  ]),
];

const returned: Pair[] = [
  ...pairs(major, [
    ["one of what is returned may be longer", longer, returnedOne],
    ["one of what is returned has one more value", moreKinds, returnedOne],
    ["one of what is returned may lack a property", notRequired, returnedOne],
    ["a part of what is returned may be longer", longer, returnedAll],
    ["a part of what is returned has one more value", moreKinds, returnedAll],
    ["a part of what is returned may lack a property", notRequired, returnedAll],
    ["what is returned two references deep may be longer", longer, returnedDeep],
    ["what is returned two references deep has one more value", moreKinds, returnedDeep],
    ["what is returned two references deep may lack a property", notRequired, returnedDeep],
  ]),
  ...pairs(minor, [
    ["one of what is returned is shorter", shorter, returnedOne],
    ["a part of what is returned is shorter", shorter, returnedAll],
    ["what is returned two references deep is shorter", shorter, returnedDeep],
  ]),
];

/** What the service sends to its users, who return something: the other way round. */
const hook = all(
  set("InventedEvent", part),
  set("InventedReply", part),
  set("/webhooks", {
    inventedHook: {
      post: {
        operationId: "inventedHook",
        summary: "An event",
        requestBody: { ...json(schemaOf("InventedEvent")), required: true },
        responses: { "200": { description: "Taken.", ...json(schemaOf("InventedReply")) } },
      },
    },
  }),
);

const webhooks: Pair[] = [
  ...pairs(minor, [
    ["an event gains a property", set("InventedEvent/properties/weight", string), hook],
    [
      "an event gains a property that is always there",
      all(
        set("InventedEvent/properties/weight", string),
        append("InventedEvent/required", "weight"),
      ),
      hook,
    ],
    ["a property of an event is always there", append("InventedEvent/required", "kind"), hook],
    ["an event is shorter", set("InventedEvent.size/maxLength", 3), hook],
    ["an event's reply may be longer", set("InventedReply.size/maxLength", 50), hook],
    ["an event's reply knows one more value", append("InventedReply.kind/enum", "invented"), hook],
    ["an event's reply needs less", remove("InventedReply/required"), hook],
    ["there is one more event", hook],
  ]),
  ...pairs(major, [
    ["an event loses a property", remove("InventedEvent.kind"), hook],
    ["an event may lack a property", remove("InventedEvent/required"), hook],
    ["an event may be longer", set("InventedEvent.size/maxLength", 50), hook],
    ["an event has one more value", append("InventedEvent.kind/enum", "invented"), hook],
    ["an event's property is retyped", set("InventedEvent.size", { type: "integer" }), hook],
    ["an event may have null", set("InventedEvent.size/type", ["string", "null"]), hook],
    ["an event's reply must be shorter", set("InventedReply.size/maxLength", 3), hook],
    ["an event's reply needs more", append("InventedReply/required", "kind"), hook],
    ["an event is no longer sent", remove("/webhooks/inventedHook"), hook],
  ]),
];

const callback = all(
  set("InventedEvent", part),
  set("get/callbacks", {
    inventedCall: {
      "{$request.query#/inventedUrl}": {
        post: {
          summary: "An event",
          requestBody: { ...json(schemaOf("InventedEvent")), required: true },
          responses: { "204": { description: "Taken." } },
        },
      },
    },
  }),
);

const callbacks: Pair[] = [
  ...pairs(minor, [
    ["a callback's property is always there", append("InventedEvent/required", "kind"), callback],
    ["what a callback sends is shorter", set("InventedEvent.size/maxLength", 3), callback],
  ]),
  ...pairs(major, [
    ["a callback loses a property", remove("InventedEvent.kind"), callback],
    ["a callback is no longer made", remove("get/callbacks"), callback],
  ]),
];

export const directions: Pair[] = [...sent, ...returned, ...webhooks, ...callbacks];

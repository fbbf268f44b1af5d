/** Values of open and closed enums, in responses and requests. */
import { all, append, type Edit, remove, reverse, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { addNote, echoNote, parameter } from "./parts.ts";

const closeStatus = remove("OrderStatus/x-ms-enum");
const choiceParameter: Edit = all(
  set("param/invented", {
    ...parameter("inventedChoice"),
    schema: { type: "string", enum: ["open", "closed"] },
  }),
  append("get/parameters", { $ref: "#/components/parameters/invented" }),
);

export const enums: Pair[] = [
  ...pairs(minor, [
    ["an order may have one more status", append("OrderStatus/enum", "invented_status")],
    ["a cycle may have one more value", append("BillingCycle/enum", "invented_cycle")],
    [
      "an order may have two more statuses",
      all(append("OrderStatus/enum", "invented_one"), append("OrderStatus/enum", "invented_two")),
    ],
  ]),
  ...pairs(major, [
    ["unknown is no longer a known status", remove("OrderStatus/enum/unknown")],
    ["triennial is no longer a known cycle", remove("BillingCycle/enum/triennial")],
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
    ["a closed status becomes any string", remove("OrderStatus/enum"), closeStatus],
    [
      "the open status becomes any string",
      all(closeStatus, remove("OrderStatus/enum"), remove("OrderStatus/x-enumDescriptions")),
    ],
    [
      "a property's own closed enum gains a value",
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
      "a parameter takes one value fewer",
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
    ["a parameter takes any string", remove("param/invented/schema/enum"), choiceParameter],
    ["a sent property takes one more value", append("InventedNote.kind/enum", "medium"), addNote],
  ]),
  ...pairs(major, [
    ["a sent property takes one value fewer", remove("InventedNote.kind/enum/long"), addNote],
    [
      "a value is new to what is sent and returned",
      append("InventedNote.kind/enum", "medium"),
      echoNote,
    ],
  ]),
  ...pairs(patch, [
    ["the known statuses are in another order", reverse("OrderStatus/enum")],
    [
      "a status is described in other words",
      set("OrderStatus/x-enumDescriptions/error", "It failed."),
    ],
  ]),
];

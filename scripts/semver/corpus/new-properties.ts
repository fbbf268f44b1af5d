/** Properties and schemas that are new. */
import { all, set, without } from "./edits.ts";
import { minor, type Pair, pairs } from "./pair.ts";
import { addNote, echoNote, schemaOf, string } from "./parts.ts";

export const newProperties: Pair[] = [
  ...pairs(minor, [
    ["Order gains a string", set("Order.inventedNote", string)],
    [
      "Order gains a list",
      set("Order.inventedTags", { type: "array", description: "Tags.", items: string }),
    ],
    [
      "Order gains an object",
      set("Order.inventedGift", {
        type: "object",
        description: "A gift.",
        properties: { note: string },
      }),
    ],
    [
      "Order gains a property that may be null",
      set("Order.inventedNote", { ...string, type: ["string", "null"] }),
    ],
    [
      "Order gains a property that is always there",
      all(set("Order.inventedNote", string), set("Order/required", ["inventedNote"])),
      without("Order/required"),
    ],
    ["a line gains a property", set("OrderLineItem.inventedNote", string)],
    ["a link gains a property", set("Link.inventedTitle", string)],
    ["a fault gains a property", set("ApiFault.inventedHint", string)],
    [
      "Order gains one with a closed enum",
      set("Order.inventedSize", { ...string, enum: ["s", "m"] }),
    ],
    [
      "Order gains a schema of its own",
      all(
        set("InventedGift", {
          type: "object",
          description: "A gift.",
          properties: { note: string },
        }),
        set("Order.inventedGift", schemaOf("InventedGift")),
      ),
    ],
    ["a sent body gains an optional property", set("InventedNote.reason", string), addNote],
    [
      "what is sent and returned gains an optional property",
      set("InventedNote.reason", string),
      echoNote,
    ],
    [
      "a schema that nobody uses yet",
      set("InventedGift", { type: "object", description: "A gift.", properties: { note: string } }),
    ],
  ]),
];

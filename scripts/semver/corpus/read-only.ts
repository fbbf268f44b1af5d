/** Properties that only the service sends. */
import { all, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, echoNote, schemaOf, string } from "./parts.ts";

const part = {
  type: "object",
  description: "A part.",
  required: ["size"],
  properties: { size: string },
};

export const readOnlyProperties: Pair[] = [
  ...pairs(major, [
    ["a sent property is read-only", set("InventedNote.author/readOnly", true), addNote],
    ["a required sent property is read-only", set("InventedNote.title/readOnly", true), echoNote],
    [
      "a property within a sent one is read-only",
      set("InventedNote.part/properties/size/readOnly", true),
      addNote,
    ],
    [
      "a property of a sent list's items is read-only",
      set("InventedPart.size/readOnly", true),
      all(
        addNote,
        set("InventedPart", part),
        set("InventedNote.tags/items", schemaOf("InventedPart")),
      ),
    ],
    [
      "a property of a part of what is sent is read-only",
      set("InventedPart.size/readOnly", true),
      all(
        addNote,
        set("InventedPart", part),
        set("InventedNote.part", { allOf: [schemaOf("InventedPart"), { type: "object" }] }),
      ),
    ],
    [
      "a read-only property of one of what is sent must be sent",
      remove("InventedPart.size/readOnly"),
      all(
        addNote,
        set("InventedPart", part),
        set("InventedPart.size/readOnly", true),
        set("InventedNote.part", { oneOf: [schemaOf("InventedPart"), { type: "string" }] }),
      ),
    ],
    [
      "a read-only property that another part requires must be sent",
      remove("InventedPart.size/readOnly"),
      all(
        addNote,
        set("InventedPart", part),
        remove("InventedPart/required"),
        set("InventedPart.size/readOnly", true),
        set("InventedNote.part", { allOf: [schemaOf("InventedPart"), { required: ["size"] }] }),
      ),
    ],
    [
      "a required read-only property must be sent",
      remove("InventedNote.title/readOnly"),
      all(echoNote, set("InventedNote.title/readOnly", true)),
    ],
  ]),
  ...pairs(minor, [
    [
      "an optional read-only property can be sent",
      remove("InventedNote.author/readOnly"),
      all(echoNote, set("InventedNote.author/readOnly", true)),
    ],
    ["a returned property is read-only", set("Order.id/readOnly", true)],
  ]),
];

/** Properties that only the service sends. */
import { all, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, echoNote } from "./parts.ts";

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

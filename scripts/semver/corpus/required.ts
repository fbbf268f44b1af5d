/** Properties and bodies that become required or optional. */
import { all, append, remove, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, string } from "./parts.ts";

export const required: Pair[] = [
  ...pairs(major, [
    [
      "a response's required property may be missing",
      remove("Order/required"),
      set("Order/required", ["id"]),
    ],
  ]),
  ...pairs(minor, [
    ["a response always has its id", set("Order/required", ["id"]), without("Order/required")],
  ]),
  ...pairs(major, [
    ["a sent property becomes required", append("InventedNote/required", "author"), addNote],
  ]),
  ...pairs(minor, [
    ["a sent property need not be there", set("InventedNote/required", []), addNote],
  ]),
  ...pairs(major, [
    [
      "a new sent property is required",
      all(set("InventedNote.reason", string), append("InventedNote/required", "reason")),
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
      "a property of a sent part becomes required",
      set("InventedNote.part/required", ["size"]),
      addNote,
    ],
  ]),
];

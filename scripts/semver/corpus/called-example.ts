/** Parts that are only called like an example. */
import { all, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { addNote, string } from "./parts.ts";

/** Beside one called `schema`, they look like the examples of a parameter. */
const withExamples = all(
  addNote,
  set("InventedNote.schema", string),
  set("InventedNote.example", string),
  set("InventedNote.examples", string),
);
const withHeader = set("response/OrderFound/headers/example", {
  description: "One.",
  schema: { type: "string" },
});

export const calledExample: Pair[] = [
  ...pairs(major, [
    [
      "a property called example is retyped",
      set("InventedNote.example/type", "integer"),
      withExamples,
    ],
    ["a property called examples goes", remove("InventedNote.examples"), withExamples],
    [
      "a property called example must be shorter",
      set("InventedNote.example/maxLength", 5),
      withExamples,
    ],
    [
      "a property called examples must be shorter",
      set("InventedNote.examples/maxLength", 5),
      withExamples,
    ],
    [
      "a property called example must be sent",
      set("InventedNote/required", ["title", "example"]),
      withExamples,
    ],
    ["a header called example goes", remove("response/OrderFound/headers/example"), withHeader],
  ]),
  ...pairs(minor, [["a property called examples is new", set("Order.examples", string)]]),
  ...pairs(patch, [
    [
      "a property called example has another example",
      set("InventedNote.example/examples", ["other"]),
      withExamples,
    ],
  ]),
];

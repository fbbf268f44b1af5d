/** Bodies with and without a schema, and how values are written. */
import { all, set } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";
import { addNote, echoNote, json, order, schemaOf, string } from "./parts.ts";

const content = "path/post/requestBody/content/application~1json";
const form = "path/post/requestBody/content/application~1x-www-form-urlencoded";
const addForm = all(addNote, set(form, { schema: schemaOf("InventedNote") }));

export const serialization: Pair[] = [
  ...pairs(major, [
    [
      "a sent body gets a schema",
      set(content, { schema: schemaOf("InventedNote") }),
      all(addNote, set(content, {})),
    ],
    [
      "a sent body gets a schema in place of an empty one",
      set(content, { schema: { type: "object", properties: { inventedNote: string } } }),
      all(addNote, set(content, { schema: {} })),
    ],
    [
      "a returned body has no schema",
      set("path/post/responses/200/content/application~1json", {}),
      echoNote,
    ],
    [
      "the default of a sent property changes",
      set("InventedNote.pages/default", 2),
      all(addNote, set("InventedNote.pages/default", 1)),
    ],
    [
      "a header writes objects in another way",
      set("header/Invented-Parts/explode", true),
      all(
        set("header/Invented-Parts", { description: "Some.", schema: { type: "object" } }),
        set("response/OrderFound/headers/Invented-Parts", {
          $ref: "#/components/headers/Invented-Parts",
        }),
      ),
    ],
    [
      "a form writes lists in another way",
      set(`${form}/encoding`, { tags: { style: "spaceDelimited", explode: false } }),
      addForm,
    ],
    [
      "a form repeats no names in lists",
      set(`${form}/encoding`, { tags: { explode: false } }),
      addForm,
    ],
    [
      "a form has JSON in a part",
      set(`${form}/encoding`, { title: { contentType: "application/json" } }),
      addForm,
    ],
  ]),
  ...pairs(minor, [
    [
      "a returned body gets a schema",
      set("path/post/responses/200", { description: "The order.", ...json(order) }),
      all(
        addNote,
        set("path/post/responses/200", {
          description: "The order.",
          content: { "application/json": {} },
        }),
      ),
    ],
  ]),
  ...pairs(patch, [
    [
      "a form's style is written down",
      set(`${form}/encoding`, { tags: { style: "form", explode: true } }),
      addForm,
    ],
    ["a header's style is written down", set("header/Retry-After/style", "simple")],
  ]),
];

/** Bodies of requests. */
import { isObject, valueAt } from "@partner-center/spec";
import { all, remove, rename, set } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, echoNote, json, schemaOf, string } from "./parts.ts";

export const requests: Pair[] = [
  ...pairs(major, [
    ["a sent body loses a property", remove("InventedNote.author"), addNote],
    ["a sent property is renamed", rename("InventedNote.author", "writer"), addNote],
    ["a sent property is retyped", set("InventedNote.pages/type", "string"), addNote],
    ["a sent string must be a number", set("InventedNote.title/type", "integer"), addNote],
  ]),
  ...pairs(minor, [
    [
      "a sent property may be a string too",
      set("InventedNote.pages/type", ["integer", "string"]),
      addNote,
    ],
  ]),
  ...pairs(major, [
    ["a sent list stops being one", set("InventedNote.tags", string), addNote],
    ["a sent string must be shorter", set("InventedNote.title/maxLength", 5), addNote],
    ["the body is no longer sent", remove("path/post/requestBody"), addNote],
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
      "a body is no longer JSON",
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
  ...pairs(minor, [
    [
      "the first body that is sent is a component",
      (contract) => {
        const there = valueAt(contract, ["components", "requestBodies"]);
        const body = { ...json(schemaOf("InventedNote")), required: true };
        const all = { ...(isObject(there) && there), InventedBody: body };
        set("/components/requestBodies", all)(contract);
      },
      addNote,
    ],
  ]),
  ...pairs(major, [
    ["what is sent and returned loses a property", remove("InventedNote.author"), echoNote],
    [
      "what is sent and returned may be null",
      set("InventedNote.author/type", ["string", "null"]),
      echoNote,
    ],
  ]),
];

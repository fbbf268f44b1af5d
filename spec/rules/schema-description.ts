import type { SchemaVisitor } from "./visitor.ts";

/** The one schema of a parameter, a header or a media type, which is described by its owner. */
const owned = /(?<!\/properties)\/schema$/;

/** Every component, property and list entry says what it is. */
export function schemaDescription(): SchemaVisitor {
  return {
    Schema({ description }, { location, report }) {
      if (owned.test(location.pointer)) return;
      if (typeof description === "string" && description.trim() !== "") return;
      report({ message: "Describe this in a sentence of your own." });
    },
  };
}

import type { SchemaVisitor } from "./visitor.ts";

/** Every value of an enum has a description in x-enumDescriptions, and nothing else has one there. */
export function enumValueDescriptions(): SchemaVisitor {
  return {
    Schema(schema, { report }) {
      if (!Array.isArray(schema.enum)) return;
      const values = schema.enum.map(String);
      const descriptions = new Map(Object.entries(schema["x-enumDescriptions"] ?? {}));
      for (const value of values) {
        if (!descriptions.get(value))
          report({ message: `Describe "${value}" in x-enumDescriptions.` });
      }
      for (const value of descriptions.keys()) {
        if (!values.includes(value)) report({ message: `"${value}" is not a value of this enum.` });
      }
    },
  };
}

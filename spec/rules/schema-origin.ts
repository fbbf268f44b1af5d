import type { SchemaVisitor } from "./visitor.ts";

/** A component is a whole file in the source, and an entry of components/schemas in the bundle. */
const component = /^#\/?$|^#\/components\/schemas\/[^/]+$/;

/** Every schema component says where it comes from: the reference page, or a source of its own. */
export function schemaOrigin(): SchemaVisitor {
  return {
    Schema(schema, { location, report }) {
      if (!component.test(location.pointer)) return;
      if (isText(schema["x-dotnet-type"]) || isText(schema["x-addition"])) return;
      report({
        message:
          "Give the .NET name on the reference page as x-dotnet-type, or the source of what that page lacks as x-addition.",
      });
    },
  };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

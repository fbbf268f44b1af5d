import type { Schema } from "../openapi.ts";
import { subschemasOf } from "../subschemas.ts";
import type { Location, ResponseVisitor } from "./visitor.ts";

/** No schema of a response requires a property. That of a request body may. */
export function noRequiredProperties(): ResponseVisitor {
  const seen = new Set<string>();
  return {
    Response({ content = {} }, { location, report, resolve }) {
      for (const [name, { schema }] of Object.entries(content)) {
        if (schema) check(schema, location.child(["content", name, "schema"]));
      }

      // Redocly visits a schema once, perhaps in a request body: a response looks for itself.
      function check(schema: Schema, at: Location): void {
        if (schema.$ref !== undefined) {
          const { node, location } = resolve({ $ref: schema.$ref }, at.source.absoluteRef);
          if (node) check(node, location);
        }
        if (seen.has(at.absolutePointer)) return;
        seen.add(at.absolutePointer);
        if (schema.required) {
          report({ message: advice, location: at.child(["required"]) });
        }
        for (const { place, schema: each } of subschemasOf(schema)) check(each, at.child(place));
      }
    },
  };
}

const advice =
  "Real responses leave out almost any property, so a response schema must not require any. If a " +
  "request body uses this schema too, give the body a schema of its own.";

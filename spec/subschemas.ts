/** What a schema consists of. Imports nothing at run time, since the rules use it in any copy. */
import type { Schema } from "./openapi.ts";

const single = ["items", "additionalProperties", "not"] as const;
const listed = ["allOf", "oneOf", "anyOf"] as const;

export interface Subschema {
  /** The parts of the pointer that leads to it, such as `properties`, `id`. */
  place: string[];
  schema: Schema;
}

/** The schemas directly within a schema; references are not followed. */
export function subschemasOf(schema: Schema): Subschema[] {
  const properties = Object.entries(schema.properties ?? {});
  return [
    ...properties.map(([name, each]) => ({ place: ["properties", name], schema: each })),
    ...single.flatMap((keyword) => {
      const one = schema[keyword];
      return typeof one === "object" ? [{ place: [keyword], schema: one }] : [];
    }),
    ...listed.flatMap((keyword) =>
      (schema[keyword] ?? []).map((each, index) => ({
        place: [keyword, `${index}`],
        schema: each,
      })),
    ),
  ];
}

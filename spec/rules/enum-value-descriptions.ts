import type { SchemaVisitor } from "./visitor.ts";

/** What a status means for a caller that waits for the order, as the client's helper has it. */
const progress = ["done", "waiting", "failed", "unknown"];

/**
 * Every value of an enum has a description in x-enumDescriptions, and, in an enum that has
 * x-orderProgress, a line there. These maps and x-enumAdditions have no other keys than the values.
 *
 * For a value that lacks something, one message lists everything that a new value needs.
 */
export function enumValueDescriptions(): SchemaVisitor {
  return {
    Schema(schema, { report }) {
      if (!Array.isArray(schema.enum)) return;
      const values = schema.enum.map(String);
      const linesOf = (map: string) => new Map(Object.entries(schema[map] ?? {}));
      const needed = ["x-enumDescriptions", "x-orderProgress"].filter(
        (map) => map in schema || map === "x-enumDescriptions",
      );
      for (const value of values) {
        const lacking = needed.filter((map) => !linesOf(map).get(value));
        if (lacking.length > 0) report({ message: whatItNeeds(value, lacking) });
      }
      for (const map of [...needed, "x-enumAdditions"]) {
        for (const value of linesOf(map).keys()) {
          if (!values.includes(value))
            report({ message: `${map}: "${value}" is not a value of this enum.` });
        }
      }
      for (const [value, place] of linesOf("x-orderProgress")) {
        if (!progress.includes(String(place)))
          report({ message: `x-orderProgress: "${value}" must be one of ${progress.join(", ")}.` });
      }
    },
  };
}

function whatItNeeds(value: string, lacking: string[]): string {
  return (
    `"${value}" has no line in ${lacking.join(" and none in ")}. A new value also needs a Polish ` +
    "description in overlays/pl.yaml, an example (in components/examples or in the enum's examples), " +
    "and, if the vendor's page does not list it, its source in x-enumAdditions."
  );
}

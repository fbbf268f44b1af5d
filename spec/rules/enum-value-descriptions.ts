import type { SchemaVisitor } from "./visitor.ts";

/** How an order of a status stands for someone who waits for it; the client's helper says the same. */
const progress = ["done", "waiting", "failed", "unknown"];

/**
 * Every value of an enum has a description in x-enumDescriptions, and, in an enum that has
 * x-orderProgress, its place there. These maps and x-enumAdditions name nothing but values.
 *
 * A value that lacks something is told everything that a new value needs, in one message.
 */
export function enumValueDescriptions(): SchemaVisitor {
  return {
    Schema(schema, { report }) {
      if (!Array.isArray(schema.enum)) return;
      const values = schema.enum.map(String);
      const said = (map: string) => new Map(Object.entries(schema[map] ?? {}));
      const owed = ["x-enumDescriptions", "x-orderProgress"].filter(
        (map) => map in schema || map === "x-enumDescriptions",
      );
      for (const value of values) {
        const lacking = owed.filter((map) => !said(map).get(value));
        if (lacking.length > 0) report({ message: whatItNeeds(value, lacking) });
      }
      for (const map of [...owed, "x-enumAdditions"]) {
        for (const value of said(map).keys()) {
          if (!values.includes(value))
            report({ message: `${map}: "${value}" is not a value of this enum.` });
        }
      }
      for (const [value, place] of said("x-orderProgress")) {
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

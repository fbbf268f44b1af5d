import type { Contract } from "./contract.ts";

/** The links of an order have no body and no headers, so there is nothing to show inside. */
const neverSent = ["body", "key", "value"];

/**
 * The properties and enum values that no example shows, a sentence each with what to do. For a value,
 * the `examples` of its enum will do.
 */
export function findUnshown({ components: { schemas, examples } }: Contract): string[] {
  const shown = new Set<string>();
  for (const { value } of Object.values(examples)) collect(value, shown);
  return Object.entries(schemas).flatMap(
    ([schema, { properties = {}, enum: values, examples }]) => {
      const isUnshown = (name: string) => !neverSent.includes(name) && !shown.has(name);
      const unshown = Object.keys(properties).filter(isUnshown);
      const unshownValues = values?.filter(
        (value) => isUnshown(value) && !examples?.includes(value),
      );
      return [
        ...unshown.map(
          (name) => `${schema}.${name} is in no example: show it in components/examples.`,
        ),
        ...(unshownValues ?? []).map(
          (value) =>
            `${schema} "${value}" is in no example: show it there or in the enum's examples.`,
        ),
      ];
    },
  );
}

/** Gathers the names of all properties, and all strings. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, property] of Object.entries(value)) {
    into.add(key);
    collect(property, into);
  }
}

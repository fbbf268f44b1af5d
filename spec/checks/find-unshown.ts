import { type Contract, resolve, schemasOf } from "../contract.ts";

/** The links of an order have no body and no headers, so there is nothing to show inside. */
const neverSent = ["body", "key", "value"];

/**
 * The properties and enum values that no example shows, a sentence each with what to do. A value may
 * also be shown in the `examples` of its enum.
 */
export function findUnshown(contract: Contract): string[] {
  const shown = new Set<string>();
  for (const example of Object.values(contract.components?.examples ?? {})) {
    collect(resolve(contract, example).value, shown);
  }
  const isUnshown = (name: string) => !neverSent.includes(name) && !shown.has(name);
  return Object.entries(schemasOf(contract)).flatMap(([name, schema]) => {
    const { properties = {}, enum: values = [], examples = [] } = schema;
    return [
      ...Object.keys(properties)
        .filter(isUnshown)
        .map((key) => `${name}.${key} is in no example: show it in components/examples.`),
      ...values
        .filter((value) => isUnshown(String(value)) && !examples.includes(value))
        .map(
          (value) =>
            `${name} "${value}" is in no example: show it there or in the enum's examples.`,
        ),
    ];
  });
}

/** Collects the names of all properties, and all strings. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, property] of Object.entries(value)) {
    into.add(key);
    collect(property, into);
  }
}

/** The changes that a rehearsal makes of its copy of the contract. */
import { edit } from "../stage.ts";
import type { Checkout } from "./checkout.ts";

const schema = "spec/components/schemas/Order.yaml";
const example = "spec/components/examples/order-new-commerce-completed.yaml";

/** Adds a property to the order, and to the example that the mock serves. */
export function addProperty(checkout: Checkout, name: string, value: string): void {
  const property = `  ${name}:
    type: string
    x-addition: a rehearsal
    description: A property of the rehearsal.
    examples: [${value}]
`;
  edit(checkout.path(schema), "properties:\n", `properties:\n${property}`);
  edit(checkout.path(example), "value:\n", `value:\n  ${name}: ${value}\n`);
}

export function removeProperty(checkout: Checkout, name: string): void {
  edit(checkout.path(schema), new RegExp(`^ {2}${name}:\n( {4}.*\n)+`, "m"), "");
  edit(checkout.path(example), new RegExp(`^ {2}${name}: .*\n`, "m"), "");
}

/** Says something else about the properties that a rehearsal added. */
export function reword(checkout: Checkout, description: string): void {
  edit(checkout.path(schema), /(a rehearsal\n {4}description: ).*/, `$1${description}`);
}

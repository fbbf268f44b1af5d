import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { Contract, Schema } from "../contract.ts";

/** A function that lists where a value does not fit a schema of the contract. */
export function createValidator(contract: Contract, schema: Schema): (value: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  // The contract's other parts are no keywords, and references lead to them.
  const validate = ajv.compile({ ...contract, ...schema });
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

/** The same contract with every object closed, so that unknown properties do not fit. */
export function closeObjects<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(closeObjects) as Value;
  if (typeof value !== "object" || value === null) return value;
  const properties = Object.entries(value).map(([key, inner]) => [key, closeObjects(inner)]);
  const closed = "properties" in value ? [["additionalProperties", false]] : [];
  return Object.fromEntries([...properties, ...closed]);
}

/** As in "/status must be equal to one of the allowed values" or "/lineItems/0/colour is unknown". */
function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  return keyword === "additionalProperties"
    ? `${instancePath}/${params.additionalProperty} is unknown`
    : `${instancePath} ${message}`;
}

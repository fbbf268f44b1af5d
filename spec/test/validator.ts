import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { type Contract, resolve, type Schema, schemasOf } from "../contract.ts";

/**
 * A function that lists where a value does not fit a schema of the contract. A property that the
 * schema lacks does not fit either, though the service may send more.
 */
export function createValidator(contract: Contract, schema: Schema): (value: unknown) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const schemas = Object.fromEntries(
    Object.entries(schemasOf(contract)).map(([name, each]) => [name, closeParts(contract, each)]),
  );
  // The contract's parts are no keywords, and references lead to them.
  const validate = ajv.compile({ components: { schemas }, ...close(contract, schema) });
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

/** The schema of a value, which has no properties but those that all of the schema's parts know. */
function close(contract: Contract, schema: Schema): Schema {
  const closed = closeParts(contract, schema);
  const { properties, allOf, oneOf, anyOf } = resolve(contract, schema);
  const isOpen = !(properties ?? allOf ?? oneOf ?? anyOf);
  return isOpen ? closed : { ...closed, unevaluatedProperties: false };
}

/** Closes the values within. What a schema is composed of stays open: another part may know more. */
function closeParts(contract: Contract, schema: Schema): Schema {
  const { properties, additionalProperties, items, allOf, oneOf, anyOf, ...rest } = schema;
  const compose = (parts: Schema[]) => parts.map((part) => closeParts(contract, part));
  const isMap = typeof additionalProperties === "object";
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, close(contract, each)]),
      ),
    }),
    ...(isMap && { additionalProperties: close(contract, additionalProperties) }),
    ...(items && { items: close(contract, items) }),
    ...(allOf && { allOf: compose(allOf) }),
    ...(oneOf && { oneOf: compose(oneOf) }),
    ...(anyOf && { anyOf: compose(anyOf) }),
  };
}

/** As in "/status must be equal to one of the allowed values" or "/lineItems/0/colour is unknown". */
function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  return keyword === "unevaluatedProperties"
    ? `${instancePath}/${params.unevaluatedProperty} is unknown`
    : `${instancePath} ${message}`;
}

/** Rewrites schemas that the generator would declare falsely, one at a time. */
import { type JsonObject, openEnumOf, type Schema } from "@partner-center/spec";

const types = "string number integer boolean object array null".split(" ");

/** Keywords that JSON Schema has and TypeScript hasn't, which would be declared or be in the way. */
const dropped = [
  "$defs",
  "definitions",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "contains",
];

/** Rewrites one schema in place. Before OpenAPI 3.1, what stands beside a reference does not count. */
export function simplifySchema(schema: Schema & JsonObject, openapi: string): void {
  for (const keyword of dropped) delete schema[keyword];
  if (!Array.isArray(schema.required)) delete schema.required;
  if (!openapi.startsWith("3.0")) simplifyReference(schema);
  simplifyType(schema);
  simplifyItems(schema);
  if (schema.const === null) {
    delete schema.const;
    schema.type = "null";
  }
}

/** In OpenAPI 3.1 a reference may stand beside other keywords. */
function simplifyReference(schema: Schema & JsonObject): void {
  const beside = [
    "type",
    "properties",
    "required",
    "allOf",
    "oneOf",
    "anyOf",
    "items",
    "enum",
    "const",
  ];
  if (schema.$ref === undefined || !beside.some((keyword) => schema[keyword] !== undefined)) return;
  schema.allOf = [{ $ref: schema.$ref }, ...(schema.allOf ?? [])];
  delete schema.$ref;
}

function simplifyType(schema: Schema): void {
  const { type, enum: values } = schema;
  if (type === undefined) {
    // The hook for open enums is called for schemas that have a type.
    if (openEnumOf(schema)) schema.type = [...new Set(values?.map(typeOf))];
  } else if (Array.isArray(type)) {
    const known = type.filter((each) => types.includes(each));
    if (known.length > 1) schema.type = known;
    else if (known[0] !== undefined) schema.type = known[0];
    else delete schema.type;
  } else if (!types.includes(type)) {
    delete schema.type;
  }
  if (openEnumOf(schema) && (schema.nullable || values?.includes(null))) {
    schema.type = [...new Set([schema.type ?? "string", "null"].flat())];
    delete schema.nullable;
  }
  // What a file holds is no string in JSON, and a Blob or a stream elsewhere.
  if (schema.type === "string" && schema.format === "binary") delete schema.type;
}

const typeOf = (value: unknown): string => (value === null ? "null" : typeof value);

function simplifyItems(schema: Schema & { prefixItems?: Schema[] }): void {
  const { prefixItems, items, minItems, maxItems } = schema;
  if (prefixItems && !(minItems === prefixItems.length && maxItems === minItems)) {
    // A list that may be shorter or longer is no tuple.
    schema.items = { oneOf: [...prefixItems, ...(items === undefined ? [{}] : [items])] };
    delete schema.prefixItems;
  }
  // The generator takes the list in a list of one alternative for the outer one.
  const alternatives = schema.items?.allOf ?? schema.items?.oneOf ?? schema.items?.anyOf;
  const [only] = alternatives ?? [];
  if (only && alternatives?.length === 1 && Object.keys(schema.items ?? {}).length === 1) {
    schema.items = only;
  }
}

/**
 * Compiles packages/client/src/validate/validators.ts from the bundled contract: one validator for
 * the body of each operation's success, made ahead of time by AJV, so that nothing is compiled and
 * no library is needed at run time.
 *
 * Usage: node scripts/generate-validators.ts [--check]   (npm run generate bundles first)
 *
 * What a validator reports depends on the contract alone; which of it is only a notice is decided
 * in packages/client/src/validate/report.ts, for which open enums have a keyword of their own and
 * every object is closed.
 */
import { _, Ajv, type Code, type KeywordCxt } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { isObject, type JsonObject } from "./describe-contract.ts";
import { updateGenerated } from "./generated-file.ts";

/** Keywords that say nothing about whether a value fits. */
const annotations = new Set(
  "title description example examples default deprecated externalDocs readOnly writeOnly xml".split(
    " ",
  ),
);

/** Keywords whose failures report.ts knows to put in words. */
const assertions = new Set(
  "type enum const properties items additionalProperties $ref minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems minProperties maxProperties".split(
    " ",
  ),
);

/** The members of a schema that validate, with open enums and objects as the reports need them. */
function validatingSchema(schema: JsonObject, name: string): JsonObject {
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (keyword.startsWith("x-") || annotations.has(keyword)) return [];
    if (keyword === "format") return []; // An annotation too, in OpenAPI 3.1.
    if (!assertions.has(keyword)) {
      throw new Error(`${name}: teach scripts/generate-validators.ts the keyword "${keyword}"`);
    }
    if (keyword === "enum" && isOpen(schema)) return [["listed", value]];
    if (keyword === "$ref")
      return [[keyword, String(value).replace("components/schemas", "$defs")]];
    if (keyword === "properties") return [[keyword, mapObject(value as JsonObject, name)]];
    return [[keyword, isObject(value) ? validatingSchema(value, `${name}/${keyword}`) : value]];
  });
  const closed = "properties" in schema && !("additionalProperties" in schema);
  return Object.fromEntries(closed ? [...entries, ["additionalProperties", false]] : entries);
}

function isOpen(schema: JsonObject): boolean {
  return isObject(schema["x-ms-enum"]) && schema["x-ms-enum"].modelAsString === true;
}

function mapObject(schemas: JsonObject, name: string): JsonObject {
  const entries = Object.entries(schemas).map(([key, schema]) => [
    key,
    validatingSchema(schema as JsonObject, `${name}/${key}`),
  ]);
  return Object.fromEntries(entries);
}

/** The schema of each operation's success, by operationId. */
function successSchemas(contract: JsonObject): [operation: string, schema: string][] {
  const { responses } = contract.components as Record<string, Record<string, JsonObject>>;
  return Object.values(contract.paths as Record<string, JsonObject>)
    .flatMap((item) => Object.values(item).filter(isObject))
    .map((operation) => {
      const success = Object.entries(operation.responses as Record<string, JsonObject>).find(
        ([status]) => status.startsWith("2"),
      )?.[1];
      const response = responses?.[String(success?.$ref).split("/").at(-1) ?? ""] ?? success;
      const content = response?.content as Record<string, { schema: JsonObject }> | undefined;
      const schema = String(content?.["application/json"]?.schema.$ref).split("/").at(-1);
      if (!schema) throw new Error(`${operation.operationId}: a success needs a named JSON schema`);
      return [String(operation.operationId), schema];
    });
}

/** An AJV that knows each schema of a contract as `contract#/$defs/NAME`. */
export function createAjv(contract: JsonObject): Ajv {
  const { schemas } = contract.components as { schemas: JsonObject };
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  // As `enum`, but known by another name when it fails, and silent about other types.
  ajv.addKeyword({
    keyword: "listed",
    type: "string",
    schemaType: "array",
    code: (context: KeywordCxt) => {
      const values: string[] = context.schema;
      const tests = values.map((value): Code => _`${context.data} === ${value}`);
      context.pass(tests.reduce((test, next) => _`${test} || ${next}`));
    },
    error: { message: "", params: _`{}` },
  });
  return ajv.addSchema({ $id: "contract", $defs: mapObject(schemas, "schemas") });
}

/** The TypeScript source of the validators of a bundled contract. */
export function generateValidators(bundle: string): string {
  const contract: JsonObject = JSON.parse(bundle);
  const ajv = createAjv(contract);
  const exported = successSchemas(contract).map(([operation, schema]) => {
    const name = `validate${operation[0]?.toUpperCase()}${operation.slice(1)}`;
    return [name, `contract#/$defs/${schema}`];
  });
  // CommonJS with a default export, which Node hands over in a namespace.
  const code = standalone.default(ajv, Object.fromEntries(exported));
  if (/\brequire\(/.test(code)) throw new Error("A validator needs AJV at run time; see its code");
  const typed = code
    .replace('"use strict";\n', "")
    .replace(/^export const (\w+) =/gm, "export const $1: Validator =");
  return `// @ts-nocheck
/**
 * Compiled from the contract in spec/ by scripts/generate-validators.ts, with AJV. Do not edit:
 * change the contract and run \`npm run generate\`.
 */
import type { Validator } from "./validator.ts";

${typed}`;
}

if (import.meta.main) {
  await updateGenerated("packages/client/src/validate/validators.ts", generateValidators);
}

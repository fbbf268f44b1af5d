/**
 * Compiles packages/client/src/generated/validators.ts from the bundled contract: one validator for
 * the body of each operation's success, made ahead of time by AJV, so that nothing is compiled and
 * no library is needed at run time.
 *
 * A validator stops once it has found enough violations. What the contract allows but code may not
 * expect is a notice: it goes to `this.notice` and is not an error, so that no number of notices hides
 * a violation. Open enums, closed objects and properties that may be null have keywords of our own
 * for that.
 */
import {
  type Contract,
  isObject,
  type JsonObject,
  openEnumOf,
  operationsOf,
  type PlacedOperation,
  parseContract,
  referenceName,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { _, Ajv, type Code, type KeywordCxt, type Name, nil } from "ajv";
import { strConcat } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";

/** Keywords that have no effect on whether a value fits. */
const annotations = new Set(
  "title description example examples default deprecated externalDocs readOnly writeOnly xml".split(
    " ",
  ),
);

/** Keywords whose failures report.ts can describe. */
const assertions = new Set(
  "type enum const properties items additionalProperties $ref minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems minProperties maxProperties".split(
    " ",
  ),
);

/** The part of a schema that validates, with keywords of our own for notices. */
function validatingSchema(schema: Schema, name: string, contract: Contract): JsonObject {
  const { $ref = "", properties = {}, items = {}, additionalProperties = false } = schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (keyword.startsWith("x-") || annotations.has(keyword)) return [];
    if (keyword === "format") return []; // An annotation too, in OpenAPI 3.1.
    if (!assertions.has(keyword)) {
      throw new Error(
        `${name}: teach packages/client/generate/validators.ts the keyword "${keyword}"`,
      );
    }
    switch (keyword) {
      case "enum":
        return [[openEnumOf(schema) ? "listed" : "enum", value]];
      case "$ref":
        return [["$ref", $ref.replace("components/schemas", "$defs")]];
      case "items":
        return [["items", validatingSchema(items, `${name}/items`, contract)]];
      case "properties": {
        const validating = Object.entries(properties).map(([key, property]) => [
          key,
          propertySchema(property, `${name}/${key}`, contract),
        ]);
        return [["properties", Object.fromEntries(validating)]];
      }
      case "additionalProperties":
        return isObject(additionalProperties)
          ? [[keyword, propertySchema(additionalProperties, `${name}/*`, contract)]]
          : [];
      default:
        return [[keyword, value]];
    }
  });
  const isClosed = schema.properties && additionalProperties === false;
  return Object.fromEntries(isClosed ? [...entries, ["known", Object.keys(properties)]] : entries);
}

/** A property that is null in place of being absent is only a notice. */
function propertySchema(schema: Schema, name: string, contract: Contract): JsonObject {
  const validating = validatingSchema(schema, name, contract);
  const { type } = resolve(contract, schema);
  const takesNull = type === undefined || [type].flat().includes("null");
  return takesNull ? validating : { unlessNull: validating };
}

/** The schema of an operation's success. */
function successSchema(contract: Contract, { id, operation }: PlacedOperation): string {
  const responses = Object.entries(operation.responses ?? {});
  const success = responses.find(([status]) => status.startsWith("2"))?.[1];
  const content = success && resolve(contract, success).content;
  const schema = content?.["application/json"]?.schema;
  const name = schema && referenceName(schema);
  if (!name) throw new Error(`${id}: a success needs a named JSON schema`);
  return name;
}

/**
 * An AJV that knows each schema of a contract as `contract#/$defs/NAME`. Its validators are called
 * with a `this` that takes the notices.
 */
export function createAjv(contract: Contract): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    passContext: true,
    messages: false,
    strict: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  // As `enum`, but silent about other types.
  ajv.addKeyword({
    keyword: "listed",
    type: "string",
    schemaType: "array",
    code: (context: KeywordCxt) => {
      const { gen, data } = context;
      const values: string[] = context.schema;
      const others = values.map((value): Code => _`${data} !== ${value}`);
      const isOther = others.reduce((test, next) => _`${test} && ${next}`);
      gen.if(isOther, () => addNotice(context, "is not among the listed values"));
    },
  });
  // The names of all properties.
  ajv.addKeyword({
    keyword: "known",
    before: "properties",
    type: "object",
    schemaType: "array",
    code: (context: KeywordCxt) => {
      const { gen, data } = context;
      const names: string[] = context.schema;
      gen.forIn("key", data, (key) => {
        const others = names.map((name): Code => _`${key} !== ${name}`);
        const isOther = others.reduce((test, next) => _`${test} && ${next}`, _`true`);
        gen.if(isOther, () => addNotice(context, "is not in the contract", key));
      });
    },
  });
  ajv.addKeyword({
    keyword: "unlessNull",
    schemaType: "object",
    code: (context: KeywordCxt) => {
      const { gen, data } = context;
      gen.if(
        _`${data} === null`,
        () => addNotice(context, "is null"),
        () => context.subschema({ keyword: "unlessNull" }, gen.name("valid")),
      );
    },
  });
  const validating = Object.entries(schemasOf(contract)).map(([name, schema]) => [
    name,
    validatingSchema(schema, `schemas/${name}`, contract),
  ]);
  return ajv.addSchema({ $id: "contract", $defs: Object.fromEntries(validating) });
}

/** Emits the call that takes a notice of a value, or of one of its properties. */
function addNotice({ gen, it }: KeywordCxt, message: string, property?: Name): void {
  const pointer = strConcat(_`instancePath`, it.errorPath);
  gen.code(_`this.notice(${pointer}, ${message}${property ? _`, ${property}` : nil})`);
}

/** What the generated file begins with; it imports nothing. */
const header = `// @ts-nocheck
/**
 * Compiled from the contract in spec/ by packages/client/generate/, with AJV. Do not edit: change the
 * contract and run \`npm run generate\`.
 */

/** How many findings there are at most: a body that has more is wrong as a whole. */
export const mostFindings = 100;

/** What a compiled validator reports about one place, in AJV's terms. */
export interface ValidatorError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Takes what is not a violation, but worth a notice. */
export interface NoticeTaker {
  /** Of a value, or of its property of that name. */
  notice(pointer: string, message: string, property?: string): void;
}

/** A compiled validator: tells whether a value fits, and leaves what does not in \`errors\`. */
export interface Validator {
  (this: NoticeTaker, value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}
`;

/** The TypeScript source of the validators of a bundled contract. */
export function generateValidators(bundle: string): string {
  const contract = parseContract(bundle);
  const ajv = createAjv(contract);
  const exported = operationsOf(contract).map((operation) => {
    const name = `validate${operation.id[0]?.toUpperCase()}${operation.id.slice(1)}`;
    return [name, `contract#/$defs/${successSchema(contract, operation)}`];
  });
  // CommonJS with a default export, which Node hands over in a namespace.
  const code = standalone.default(ajv, Object.fromEntries(exported));
  if (/\brequire\(/.test(code)) throw new Error("A validator needs AJV at run time; see its code");
  const typed = code
    .replace('"use strict";\n', "")
    // AJV would collect 200,000 errors of 400 KB of wrong lines, and copy them for each.
    .replace(/\bfor\(.*\)\{$/gm, "$&\nif(errors >= mostFindings) break;")
    .replace(/^export const (\w+) =/gm, "export const $1: Validator =");
  return `${header}
${typed}`;
}

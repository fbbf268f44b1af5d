/**
 * Turns the schemas of a contract into what AJV compiles. Keywords that AJV knows are passed on. Those of
 * `notice-keywords.ts` stand where a difference is only a notice, and where the message or the notices
 * of several schemas need more than AJV tells.
 *
 * A schema has up to three forms:
 *   - whole: what it says of a value, with notices of unknown properties
 *   - part: the same as a part of another schema, which tells what is unknown
 *   - exact: to the letter and without notices, for `not`, `if`, `contains` and names of properties
 */
import {
  type Contract,
  formatPointer,
  isObject,
  type JsonObject,
  type Named,
  openEnumOf,
  parsePointer,
  type Refuse,
  type Schema,
} from "@partner-center/spec";
import { type Choice, choiceOf, isCircular } from "./discriminators.ts";
import { isWriteOnly, keywordsOfParts, labelOf } from "./keywords-of-parts.ts";
import { allowsNull, directParts, knownProperties, partsOf, schemaAt } from "./known-properties.ts";
import { createKeepKeywords } from "./schema-keywords.ts";

type Form = "whole" | "part" | "exact";

/** Where a schema stands. */
interface Position {
  place: readonly string[];
  form: Form;
  /** All parts of the outermost schema of the same value. */
  parts: readonly Schema[];
}

/** The validating schemas of a contract, made as they are asked for. */
export interface ValidatingSchemas {
  /** Adds a schema of the contract, and what it refers to. Its place, unless a component's, is its name. */
  add(schema: Schema, place: readonly string[]): string;
  readonly definitions: JsonObject;
}

/** Prepares the schemas of a contract. */
export function createValidatingSchemas(contract: Contract, refuse: Refuse): ValidatingSchemas {
  const definitions: JsonObject = {};
  const isOld = contract.openapi.startsWith("3.0");
  const keepKeywords = createKeepKeywords(($ref) => schemaAt(contract, $ref) !== undefined, refuse);

  const define = (schema: Schema, place: readonly string[], form: Form): string => {
    const [, kind, name = ""] = place;
    const own = place.length === 3 && kind === "schemas" ? name : formatPointer(place);
    const key = form === "whole" ? own : `${form} ${own}`;
    if (!Object.hasOwn(definitions, key)) {
      definitions[key] = {};
      definitions[key] = transform(schema, { place, form, parts: partsOf(contract, schema) });
    }
    return `#/$defs${formatPointer([key]).split("/").map(encodeURIComponent).join("/")}`;
  };
  const refer = ($ref = "", form: Form): string =>
    define(schemaAt(contract, $ref) ?? {}, parsePointer($ref), form);

  function transform(given: Schema, at: Position): JsonObject {
    // A schema may also be true or false.
    if (!isObject(given)) return given;
    const { $ref } = given;
    // What stands beside a reference has no effect in OpenAPI 3.0.
    const schema: Schema = isOld && $ref !== undefined ? { $ref } : given;
    const kept = keepKeywords(schema, at.place);
    const validating = withChoice(schema, kept, at);
    if (schema.nullable !== true) return validating;
    const isExact = at.form === "exact";
    return isExact ? { anyOf: [{ type: "null" }, validating] } : { orNull: validating };
  }

  /** Where a discriminator decides, one schema is compared in place of all. */
  function withChoice(schema: Schema, kept: Schema, at: Position): JsonObject {
    const choice = at.form === "exact" ? undefined : choiceOf(contract, schema);
    if (!choice) return keywordsOf(kept, at);
    const { oneOf, anyOf, ...others } = kept;
    const union = oneOf ?? anyOf;
    if (!union) return at.form === "part" ? keywordsOf(kept, at) : choose(choice, kept, at);
    // The schema as a part of one of its own cases.
    if (at.form === "part" && isCircular(contract, schema)) return keywordsOf(others, at);
    const takesNull = union.some(({ type }) => type === "null");
    const form = formOfPart(kept, oneOf ? "oneOf" : "anyOf", at);
    return {
      ...choose(choice, undefined, { ...at, form }),
      type: takesNull ? ["object", "null"] : "object",
      ...keywordsOf(others, at, form === "whole"),
    };
  }

  function choose(
    { property, isOpen, cases }: Choice,
    otherwise: Schema | undefined,
    at: Position,
  ) {
    const schemas = cases.map(({ $ref }) => ({ $ref: refer($ref, at.form) }));
    const values = cases.map((each) => each.values);
    return {
      type: "object",
      choose: otherwise ? [...schemas, keywordsOf(otherwise, at)] : schemas,
      chooseBy: { property, isOpen, values },
    };
  }

  /** The form of the parts under a keyword: whole if only these know properties, each by itself. */
  function formOfPart(schema: Schema, keyword: string, { form }: Position): Form {
    if (form !== "whole") return form;
    const isSole = keyword === "allOf" ? schema.allOf?.length === 1 : wholes.has(keyword);
    const others = directParts(contract, schema)
      .filter(([each]) => each !== keyword)
      .flatMap(([, part]) => partsOf(contract, part));
    return isSole && !knownProperties([schema, ...others]).isTold ? "whole" : "part";
  }

  function keywordsOf(schema: Schema, at: Position, isToldBelow = false): JsonObject {
    const { place, form, parts } = at;
    const isExact = form === "exact";
    const part = (keyword: string, each: Schema, key?: string | number, as?: Form) => {
      const form = as ?? formOfPart(schema, keyword, at);
      return transform(each, {
        place: [...place, keyword, ...(key === undefined ? [] : [String(key)])],
        form,
        parts: form === "whole" ? partsOf(contract, each) : parts,
      });
    };
    /** A schema of another value, such as that of a property. */
    const child = (each: Schema, ...path: string[]) => {
      const position = { place: [...place, ...path], form: isExact ? form : "whole" } as const;
      return transform(each, { ...position, parts: partsOf(contract, each) });
    };
    /** Null in place of being absent is only a notice; a required property can't be absent. */
    const property = (each: Schema, isRequired: boolean, ...path: string[]) => {
      const isStrict = isExact || isRequired || allowsNull(contract, each);
      return isStrict ? child(each, ...path) : { unlessNull: child(each, ...path) };
    };
    const mapOf = <Value>(map: Named<Value> = {}, make: (value: Value, key: string) => unknown) =>
      Object.fromEntries(Object.entries(map).map(([key, value]) => [key, make(value, key)]));
    const { required = [], properties, items, contains, propertyNames } = schema;

    const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      switch (keyword) {
        case "enum":
          return [[openEnumOf(schema) && !isExact ? "listed" : "enum", value]];
        case "$ref":
          return [["$ref", refer(schema.$ref, formOfPart(schema, keyword, at))]];
        case "allOf":
          return [[keyword, schema.allOf?.map((each, index) => part(keyword, each, index))]];
        case "oneOf":
        case "anyOf": {
          const union = schema[keyword]?.map((each, index) => part(keyword, each, index));
          const names = schema[keyword]?.map(labelOf);
          return isExact
            ? [[keyword, union]]
            : [
                [`${keyword}Reported`, union],
                [`${keyword}Names`, names],
              ];
        }
        case "not":
        case "if":
          return [[keyword, part(keyword, schema[keyword] ?? {}, undefined, "exact")]];
        case "then":
        case "else":
          return [[keyword, part(keyword, schema[keyword] ?? {})]];
        case "dependentSchemas":
          return [
            [keyword, mapOf(schema.dependentSchemas, (each, key) => part(keyword, each, key))],
          ];
        case "contains":
          return [
            [isExact ? keyword : "includes", part(keyword, contains ?? {}, undefined, "exact")],
          ];
        case "propertyNames": {
          // A name beyond those of an open enum is not a violation.
          const isOpen = partsOf(contract, propertyNames ?? {}).some((each) => openEnumOf(each));
          if (isOpen) return [];
          return [
            [isExact ? keyword : "names", part(keyword, propertyNames ?? {}, undefined, "exact")],
          ];
        }
        case "properties":
          return [
            [
              keyword,
              mapOf(properties, (each, key) =>
                property(each, required.includes(key), keyword, key),
              ),
            ],
          ];
        case "patternProperties":
          return [
            [keyword, mapOf(schema[keyword], (each, key) => property(each, false, keyword, key))],
          ];
        case "additionalProperties":
          if (isExact) return [[keyword, child(Object(value), keyword)]];
          return isObject(value) ? [[keyword, property(value, false, keyword)]] : [];
        case "items":
          return [[keyword, child(items ?? {}, keyword)]];
        case "prefixItems":
          return [
            [
              keyword,
              schema.prefixItems?.map((each, index) => child(each, keyword, String(index))),
            ],
          ];
        case "required":
          return [[keyword, required.filter((name) => !isWriteOnly(contract, parts, name))]];
        case "unevaluatedProperties":
        case "x-ms-enum":
          return [];
        default:
          return [[keyword, value]];
      }
    });
    if (isExact) return Object.fromEntries(entries);
    const isWhole = (keyword: string) => formOfPart(schema, keyword, at) === "whole";
    const shared = keywordsOfParts(contract, schema, {
      parts,
      isOutermost: form === "whole",
      isDelegated:
        isToldBelow || [...wholes].some((keyword) => keyword in schema && isWhole(keyword)),
    });
    return { ...Object.fromEntries(entries), ...shared };
  }

  return {
    add: (schema, place) => define(schema, place, "whole"),
    definitions,
  };
}

const wholes = new Set(["$ref", "allOf", "oneOf", "anyOf"]);

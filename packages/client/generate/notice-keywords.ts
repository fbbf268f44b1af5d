/**
 * Keywords of our own for AJV: for differences that are only notices, and for unions, whose branches
 * report together. They compile to calls of `src/findings/`.
 */
import { _, type Ajv, type Code, type KeywordCxt, Name, nil, str, stringify } from "ajv";
import { getProperty, not, strConcat } from "ajv/dist/compile/codegen/index.js";
import { resetErrorsCount } from "ajv/dist/compile/errors.js";
import { Type } from "ajv/dist/compile/util.js";
import { listOf } from "./messages.ts";

/** What AJV calls its variables. */
const vErrors = new Name("vErrors");
const errors = new Name("errors");
const instancePath = new Name("instancePath");

interface PropertyNames {
  names: string[];
  patterns: string[];
  isStrict?: boolean;
}

/** Teaches an AJV the keywords that `validating-schema.ts` writes. */
export function addNoticeKeywords(ajv: Ajv): void {
  // As `enum`, but silent about other types.
  ajv.addKeyword({
    keyword: "listed",
    type: "string",
    schemaType: "array",
    code: (context) => {
      const values: string[] = context.schema;
      const isOther = all(values.map((value) => _`${context.data} !== ${value}`));
      context.gen.if(isOther, () => addNotice(context, "is not among the listed values", true));
    },
  });
  ajv.addKeyword({
    keyword: ["known", "closed"],
    before: "properties",
    type: "object",
    schemaType: "object",
    code: ({ gen, data, keyword, schema, it }) => {
      const { names, patterns, isStrict }: PropertyNames = schema;
      const key = names.join("\n");
      const set = _`new Set(${stringify(names)})`;
      const known = gen.scopeValue("obj", { key, ref: new Set(names), code: set });
      const expressions = patterns.map((pattern) => _`new RegExp(${pattern}, "u")`);
      const others = patterns.length > 0 ? _`, [${listed(expressions)}]` : nil;
      const pointer = strConcat(instancePath, it.errorPath);
      if (keyword === "closed") gen.code(_`tolerateUnknown(this, ${data}, ${known}${others})`);
      else
        gen.code(
          _`noticeUnknown(this, ${pointer}, ${data}, ${known}, ${isStrict === true}${others})`,
        );
    },
  });
  for (const keyword of ["unlessNull", "orNull"]) {
    ajv.addKeyword({
      keyword,
      schemaType: "object",
      code: (context) => {
        const { gen, data } = context;
        const compare = () => void context.subschema({ keyword }, gen.name("valid"));
        if (keyword === "orNull") gen.if(_`${data} !== null`, compare);
        else gen.if(_`${data} === null`, () => addNotice(context, "is null", true), compare);
      },
    });
  }
  // Properties that other parts of a schema require, and that must not be null.
  ajv.addKeyword({
    keyword: "present",
    type: "object",
    schemaType: "array",
    error: { message: "must not be null" },
    code: (context) => {
      for (const property of context.schema) {
        const value = _`${context.data}${getProperty(property)}`;
        context.gen.if(_`${value} === null`, () =>
          context.error(true, {}, { instancePath: property }),
        );
      }
    },
  });
  addUnionKeywords(ajv);
  addItemKeywords(ajv);
}

function addUnionKeywords(ajv: Ajv): void {
  for (const keyword of ["oneOf", "anyOf"]) {
    ajv.addKeyword({
      keyword: `${keyword}Reported`,
      schemaType: "array",
      trackErrors: true,
      code: (context) => {
        const { gen, schema, errsCount, parentSchema, it } = context;
        const branches: unknown[] = schema;
        const union = gen.const("union", _`startUnion(this)`);
        branches.forEach((_branch, index) => {
          const valid = gen.name("valid");
          const schemaProp = index;
          context.subschema(
            { keyword: `${keyword}Reported`, schemaProp, compositeRule: true },
            valid,
          );
          gen.code(_`addBranch(${union}, this, ${valid}, ${vErrors}, ${errsCount ?? nil})`);
          context.reset();
        });
        const pointer = strConcat(instancePath, it.errorPath);
        const labels = parentSchema[`${keyword}Names`];
        const found = gen.const(
          "found",
          _`endUnion(${union}, this, ${keyword}, ${pointer}, ${stringify(labels)})`,
        );
        gen.if(_`${found}.length`, () => {
          gen.assign(vErrors, _`${vErrors} === null ? ${found} : ${vErrors}.concat(${found})`);
          gen.code(_`${errors} += ${found}.length`);
        });
      },
    });
  }
  // Compares with one of several schemas, by the value of a property; with a last one for other values.
  ajv.addKeyword({
    keyword: "choose",
    type: "object",
    schemaType: "array",
    error: { message: ({ params }) => str`must ${params.problem}` },
    code: (context) => {
      const { gen, data, parentSchema, schema } = context;
      const { property, isOpen, values } = parentSchema.chooseBy;
      const tag = gen.const("tag", _`${data}${getProperty(property)}`);
      const compare = (schemaProp: number) =>
        context.subschema({ keyword: "choose", schemaProp }, gen.name("valid"));
      values.forEach((cases: string[], index: number) => {
        const isCase = cases
          .map((value) => _`${tag} === ${value}`)
          .reduce((a, b) => _`${a} || ${b}`);
        if (index === 0) gen.if(isCase);
        else gen.elseIf(isCase);
        compare(index);
      });
      gen.else();
      const names = values.flat().map((value: string) => JSON.stringify(value));
      const report = (problem: string, errorPaths = {}) =>
        context.error(true, { problem: str`${problem}` }, errorPaths);
      const fail = () => {
        gen.if(
          _`${tag} === undefined`,
          () => report(`have the property ${JSON.stringify(property)}`),
          () => report(`be ${listOf(names)}`, { instancePath: property }),
        );
      };
      const accept = () =>
        addNotice(context, "is not among the listed values", true, _`${property}`);
      if (schema.length > values.length) compare(values.length);
      else if (isOpen) gen.if(_`typeof ${tag} === "string"`, accept, fail);
      else fail();
      gen.endIf();
    },
  });
}

function addItemKeywords(ajv: Ajv): void {
  // As `contains`, but without a word of the items that do not fit.
  ajv.addKeyword({
    keyword: "includes",
    type: "array",
    schemaType: ["object", "boolean"],
    error: { message: "must contain the items that the contract asks for" },
    code: (context) => {
      const { gen, data, parentSchema } = context;
      const { minContains: min = 1, maxContains: max = null } = parentSchema;
      const count = gen.let("count", 0);
      gen.forRange("i", 0, _`${data}.length`, (dataProp) => {
        const before = gen.const("before", errors);
        const valid = gen.name("valid");
        const item = { dataProp, dataPropType: Type.Num, compositeRule: true } as const;
        context.subschema({ keyword: "includes", ...item }, valid);
        gen.if(valid, () => gen.code(_`${count}++`));
        resetErrorsCount(gen, before);
      });
      const isFew = _`${count} < ${min}`;
      gen.if(max === null ? isFew : _`${isFew} || ${count} > ${max}`, () => context.error(true));
    },
  });
  // As `propertyNames`, with the name in place of what is wrong with it.
  ajv.addKeyword({
    keyword: "names",
    type: "object",
    schemaType: ["object", "boolean"],
    error: { message: "has a name that the contract does not allow" },
    code: (context) => {
      const { gen, data } = context;
      gen.forIn("key", data, (key) => {
        const before = gen.const("before", errors);
        const valid = gen.name("valid");
        const name = { data: key, dataTypes: ["string" as const], propertyName: key };
        context.subschema({ keyword: "names", ...name, compositeRule: true }, valid);
        gen.if(not(valid), () => {
          resetErrorsCount(gen, before);
          context.error(true, {}, { instancePath: key });
        });
      });
    },
  });
}

const all = (conditions: Code[]): Code =>
  conditions.length > 0 ? conditions.reduce((test, next) => _`${test} && ${next}`) : _`true`;

const listed = (parts: Code[]): Code => parts.reduce((list, next) => _`${list}, ${next}`);

/** Emits the call that takes a notice of a value, or of one of its properties. */
function addNotice(
  context: KeywordCxt,
  message: string,
  isTolerated: boolean,
  property?: Code | Name,
): void {
  const { gen, it } = context;
  const pointer = strConcat(instancePath, it.errorPath);
  gen.code(
    _`notice(this, ${pointer}, ${message}, ${isTolerated}${property ? _`, ${property}` : nil})`,
  );
}

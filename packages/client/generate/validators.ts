/**
 * Compiles packages/client/src/generated/validators.ts from the bundled contract: a validator for each
 * named schema and each inline schema of a success, made ahead of time by AJV, so that nothing is
 * compiled and no library is needed at run time.
 *
 * A validator stops once it has found enough violations. What the contract allows but code may not
 * expect is a notice: it goes to `this.notice` and is not an error, so that no number of notices hides
 * a violation.
 */

import { createRequire } from "node:module";
import {
  bodyTypesOf,
  type Contract,
  isJson,
  operationsOf,
  parseContract,
  type Refuse,
  responsesOf,
  type Schema,
  schemaNameOf,
  schemasOf,
  throwRefusal,
} from "@partner-center/spec";
import type { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { generatedNote } from "./comments.ts";
import { replaceMessages, setMessages } from "./messages.ts";
import { addNoticeKeywords } from "./notice-keywords.ts";
import { typeNamesOf } from "./type-names.ts";
import { createValidatingSchemas } from "./validating-schema.ts";

const require = createRequire(import.meta.url);

/** Which validator the response to an operation has, by its status in the contract. */
type ResponseSchemas = Record<string, Record<string, string>>;

/** The schemas of a contract, ready to be compiled. Their validators take notices by their `this`. */
interface CompiledContract {
  ajv: Ajv;
  /** Ids of schemas for AJV: by the name of the schema, and by operation and status. */
  named: Record<string, string>;
  responses: ResponseSchemas;
}

/** Prepares the named schemas of a contract, and the bodies of its successes. */
function compileContract(contract: Contract, refuse: Refuse = throwRefusal): CompiledContract {
  const { add, definitions } = createValidatingSchemas(contract, refuse);
  const named = Object.entries(schemasOf(contract)).map(([name, schema]) => [
    name,
    add(schema, ["components", "schemas", name]),
  ]);
  const responses: ResponseSchemas = {};
  for (const { id, path, method, operation } of operationsOf(contract)) {
    for (const [status, { content }] of responsesOf(contract, operation, "success")) {
      const schemas = bodyTypesOf(content).flatMap(([mediaType, { schema }]) =>
        isJson(mediaType) && schema ? [schema] : [],
      );
      const [first, ...others] = schemas;
      if (!first) continue;
      const schema: Schema = others.length > 0 ? { anyOf: schemas } : first;
      const place = ["paths", path, method, "responses", status, "content"];
      responses[id] = { ...responses[id], [status]: addBody(schema, place) };
    }
  }

  /** A body that is just a named schema shares its validator. */
  function addBody(schema: Schema, place: string[]): string {
    const name = schemaNameOf(schema) ?? "";
    const component = schemasOf(contract)[name];
    const isBare = component && Object.keys(schema).length === 1;
    return isBare ? add(component, ["components", "schemas", name]) : add(schema, place);
  }

  const ajv = new Ajv2020({
    allErrors: true,
    passContext: true,
    strict: false,
    validateSchema: false,
    validateFormats: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  // The bookkeeping of keywords that are not compiled here would make each validator larger.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  setMessages(ajv);
  addNoticeKeywords(ajv);
  ajv.addSchema({ $id: "contract", $defs: definitions });
  return { ajv, named: Object.fromEntries(named), responses };
}

/** The TypeScript source of the validators of a bundled contract. */
export function generateValidators(bundle: string, refuse: Refuse = throwRefusal): string {
  const contract = parseContract(bundle);
  const { ajv, named, responses } = compileContract(contract, refuse);
  const references = Object.values(responses).flatMap((statuses) => Object.values(statuses));
  const ids = [...new Set([...Object.values(named), ...references])];
  const exported = ids.map((id, index) => [`check${index}`, `contract${id}`]);
  // CommonJS with a default export, which Node hands over in a namespace.
  const code = standalone.default(ajv, Object.fromEntries(exported));
  const functions = [...code.matchAll(exportLine)].map(([, name = ""]) => name);

  const table = (entries: [string, string][]) =>
    entries.map(([key, value]) => `  ${JSON.stringify(key)}: ${value},\n`).join("");
  const functionOf = (id: string) => functions[ids.indexOf(id)] ?? "";
  const byStatus = (statuses: Record<string, string>) =>
    Object.entries(statuses).map(([status, id]) => `"${status}": ${functionOf(id)}`);
  // The generator of the types refuses names.
  const types = typeNamesOf(contract);
  const typeOf = (name: string) =>
    types.get(name) ?? `components["schemas"][${JSON.stringify(name)}]`;
  const names = Object.keys(named);
  const imported = [
    ...new Set([...types.values(), ...(types.size < names.length ? ["components"] : [])]),
  ];
  const compiled = compactCode(code);
  return `// @ts-nocheck
${generatedNote}import type { ${imported.sort().join(", ")} } from "@partner-center/types";
${importsOf(compiled)}
/** The type of each schema of the contract by its name. */
export interface SchemaTypes {
${names.map((name) => `  /** What fits the schema. */\n  readonly ${JSON.stringify(name)}: ${typeOf(name)};\n`).join("")}}

${compiled}
/** The validator of each schema by its name. */
export const schemaValidators: { readonly [Name in keyof SchemaTypes]: Validator } = {
${table(Object.entries(named).map(([name, id]) => [name, functionOf(id)]))}};

/** The validator of each success that has a body, by operation and by its status in the contract. */
export const responseValidators: Readonly<Record<string, Readonly<Record<string, Validator>>>> = {
${table(Object.entries(responses).map(([id, statuses]) => [id, `{ ${byStatus(statuses).join(", ")} }`]))}};
`;
}

/** What the compiled code calls, by the file of src/findings/ that has it. */
const helpers = {
  notices: ["notice", "noticeUnknown", "tolerateUnknown"],
  union: ["addBranch", "endUnion", "startUnion"],
  validator: ["fail", "mostFindings"],
};

/** Imports of what is called, so that no bundle holds more. */
function importsOf(code: string): string {
  const lines = Object.entries(helpers).map(([file, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    const types = file === "validator" ? ["type Validator"] : [];
    const imported = [...used, ...types].join(", ");
    return imported && `import { ${imported} } from "../findings/${file}.ts";\n`;
  });
  return lines.join("");
}

/** AJV's code, with what it needs at run time, and without what nobody reads. */
function compactCode(code: string): string {
  const used = ["ucs2length", "equal"].flatMap((name) => {
    const path = `ajv/dist/runtime/${name}`;
    return code.includes(`require("${path}")`) ? [[path, name] as const] : [];
  });
  const replaced = used.reduce(
    (text, [path, name]) => text.replaceAll(`require("${path}").default`, name),
    code,
  );
  if (/= require\(/.test(replaced))
    throw new Error("A validator needs AJV at run time; see its code");
  const functions = used.map(([path, name]) => `const ${name} = ${require(path).default};\n`);
  const typed = replaceMessages(replaced)
    .replace('"use strict";\n', "")
    // AJV would collect 200,000 errors of 400 KB of wrong lines, and copy them for each.
    .replace(/\bfor\(.*\)\{$/gm, "$&\nif(errors >= mostFindings) break;")
    .replace(errorBlock, (_block, _error, pointer = "instancePath", keyword, message) => {
      const kind = /^"(const|enum)"$/.test(keyword) ? `, ${keyword}` : "";
      return `vErrors = fail(vErrors, ${pointer}, ${message}${kind});`;
    })
    .replaceAll(
      '{instancePath="", parentData, parentDataProperty, rootData=data}={}',
      'instancePath=""',
    )
    .replace(
      /\{instancePath(?::(.*?))?,parentData\b.*?,rootData\}/g,
      (_all, pointer = "instancePath") => pointer,
    )
    .replace(exportLine, "");
  return functions.join("") + typed;
}

/** How AJV exports a validator: it has no name before it is compiled. */
const exportLine = /^export const check\d+ = (\w+);\n/gm;

/** How AJV collects an error: its place, keyword and message are kept. */
const errorBlock =
  /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:.+?,keyword:("\w+"|"false schema"),params:.+,message:(.+?)(?:,propertyName:\w+)?\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;

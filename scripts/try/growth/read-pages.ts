/** Finds what the site's pages leave out of a contract. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Contract,
  jsonOf,
  type MediaType,
  type Named,
  operationsOf,
  parametersOf,
  requestBodyOf,
  resolve,
  responsesOf,
  type Schema,
  schemasOf,
} from "@partner-center/spec";

export interface Page {
  /** From the site's root. */
  path: string;
  /** The names that it has to show. */
  names: string[];
}

/**
 * The pages of a contract: each operation's with its parameters and the bodies that it takes and gives,
 * and each schema's, those of errors among them.
 */
export function pagesOf(contract: Contract): Page[] {
  const bodyNames = (content: Named<MediaType> = {}) =>
    namesOf(contract, jsonOf(content)?.schema ?? {});
  const operations = operationsOf(contract).map((placed) => {
    const { id, operation } = placed;
    const names = [
      ...parametersOf(contract, placed).map(({ name }) => name),
      ...bodyNames(requestBodyOf(contract, operation)?.content),
      ...responsesOf(contract, operation, "success").flatMap(([, each]) => bodyNames(each.content)),
    ];
    return { path: `reference/operations/${id}/`, names: [...new Set(names)] };
  });
  const schemas = Object.entries(schemasOf(contract)).map(([name, schema]) => ({
    path: `reference/schemas/${name}/`,
    names: namesOf(contract, schema),
  }));
  return [...operations, ...schemas].flatMap(({ path, names }) =>
    ["", "pl/"].map((language) => ({ path: `${language}${path}`, names })),
  );
}

/** The properties and enum values of a body, of its parts, and of a list's entries. */
function namesOf(contract: Contract, reference: Schema): string[] {
  const schema = resolve(contract, reference);
  const { properties = {}, enum: values = [], items, allOf = [], oneOf = [], anyOf = [] } = schema;
  const parts = [...allOf, ...oneOf, ...anyOf, ...(items ? [items] : [])];
  return [
    ...Object.keys(properties),
    ...values.map(String),
    ...parts.flatMap((part) => namesOf(contract, part)),
  ];
}

/** What a page of a built site lacks, a sentence each; each name has to stand alone in code. */
export function findUnshown(site: string, { path, names }: Page): string[] {
  const file = join(site, path, "index.html");
  if (!existsSync(file)) return [`${path} is missing`];
  const [, main = ""] = readFileSync(file, "utf8").split("<main");
  const codes = [...main.matchAll(/<code[^>]*>(.*?)<\/code>/gs)].map(([, code = ""]) =>
    code.replaceAll(/<[^>]*>/g, "").trim(),
  );
  const shown = new Set(codes.flatMap((code) => [code, code.split(/[\s.]/).at(-1)]));
  return names.filter((name) => !shown.has(name)).map((name) => `${path} does not show ${name}`);
}

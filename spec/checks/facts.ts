import { readdirSync, readFileSync } from "node:fs";

/** The facts on the reference page of one operation: names and types, none of its words. */
export type Facts = {
  method: string;
  server: string;
  path: string;
  parameters: { [name: string]: ParameterFact };
  requestBody?: BodyFact;
  responses: { [status: string]: BodyFact };
  definitions: { [dotnetName: string]: { [property: string]: PropertyType } };
};

export type ParameterFact = { in: string; required: boolean; type: string };

export type BodyFact = { type?: string; mediaTypes: string[] };

/** `string`, a definition's name, either of them with `[]` for a list, or the values of an enum. */
export type PropertyType = string | string[];

/** The pages of the vendor's reference, by operationId. */
export type Pages = { [operationId: string]: Facts };

/** The pages in `facts/`, where each file is named after its operation. */
export function readPages(): Pages {
  const folder = new URL("facts/", import.meta.url);
  const pages = readdirSync(folder).map((file): [string, Facts] => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(new URL(file, folder), "utf8")),
  ]);
  return Object.fromEntries(pages);
}

/** The counts, as in "1 operation, 7 parameters, …". The token counts as security. */
export function countFacts(pages: Pages): string {
  const facts = Object.values(pages);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const definitions = Object.assign({}, ...facts.map((page) => page.definitions));
  const properties = Object.values<Facts["definitions"][string]>(definitions).flatMap((types) =>
    Object.values(types),
  );
  const parameters = facts.flatMap((page) => Object.keys(page.parameters));
  const responses = facts.flatMap((page) => Object.keys(page.responses));
  return [
    count(facts.length, "operation"),
    count(parameters.filter((name) => name !== "Authorization").length, "parameter"),
    count(responses.length, "response"),
    count(Object.keys(definitions).length, "definition"),
    count(properties.length, "property").replace("propertys", "properties"),
    count(properties.filter((type) => Array.isArray(type)).length, "enum"),
  ].join(", ");
}

/** The facts on the reference page: names and types, none of its words. */
export type Facts = {
  method: string;
  server: string;
  path: string;
  parameters: { [name: string]: ParameterFact };
  responses: { [status: string]: ResponseFact };
  definitions: { [dotnetName: string]: { [property: string]: PropertyType } };
};

export type ParameterFact = { in: string; required: boolean; type: string };

export type ResponseFact = { type?: string; mediaTypes: string[] };

/** `string`, a definition's name, either of them with `[]` for a list, or the values of an enum. */
export type PropertyType = string | string[];

/** The counts, as in "1 operation, 7 parameters, …". The token counts as security. */
export function countFacts({ parameters, responses, definitions }: Facts): string {
  const properties = Object.values(definitions).flatMap((types) => Object.values(types));
  return [
    "1 operation",
    `${Object.keys(parameters).filter((name) => name !== "Authorization").length} parameters`,
    `${Object.keys(responses).length} responses`,
    `${Object.keys(definitions).length} definitions`,
    `${properties.length} properties`,
    `${properties.filter((type) => Array.isArray(type)).length} enums`,
  ].join(", ");
}

/** What the reference page says, in names and types only: none of its words. */
export type Facts = {
  method: string;
  server: string;
  path: string;
  parameters: { [name: string]: ParameterFact };
  responses: { [status: string]: ResponseFact };
  definitions: { [dotnetName: string]: { [member: string]: MemberType } };
};

export type ParameterFact = { in: string; required: boolean; type: string };

export type ResponseFact = { type?: string; mediaTypes: string[] };

/** `string`, a definition's name, either with `[]` behind it for a list, or the values of an enum. */
export type MemberType = string | string[];

/** How much there is, as in "1 operation, 7 parameters, …". The token counts as security. */
export function countFacts({ parameters, responses, definitions }: Facts): string {
  const members = Object.values(definitions).flatMap((members) => Object.values(members));
  return [
    "1 operation",
    `${Object.keys(parameters).filter((name) => name !== "Authorization").length} parameters`,
    `${Object.keys(responses).length} responses`,
    `${Object.keys(definitions).length} definitions`,
    `${members.length} members`,
    `${members.filter((type) => Array.isArray(type)).length} enums`,
  ].join(", ");
}

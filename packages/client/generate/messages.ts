/** What a validator says of a value that fails a keyword. AJV compiles these into its code. */
import { type Ajv, type Code, str } from "ajv";
import type { KeywordErrorCxt } from "ajv/dist/types/index.js";

/** The message of a keyword, which holds values of the contract and never one of the body. */
const messages: Record<string, (context: KeywordErrorCxt) => string | Code> = {
  required: ({ params }) => str`must have the property "${params.missingProperty}"`,
  dependentRequired: ({ params }) =>
    str`must have the property "${params.missingProperty}" beside "${params.property}"`,
  const: ({ schema }) => `must be ${JSON.stringify(schema)}`,
  enum: ({ schema }) => `must be ${listOf(schema.map((value: unknown) => JSON.stringify(value)))}`,
  not: () => "must not match what the contract excludes",
  uniqueItems: () => "must not repeat an item",
  // Those of `then` and `else` say it.
  if: () => "",
};

/** Keywords with a limit, which the message names. */
const limits =
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems " +
  "maxItems minProperties maxProperties";

/** Gives an AJV our messages in place of its own. */
export function setMessages(ajv: Ajv): void {
  const own = Object.entries(messages);
  const ofLimits = limits
    .split(" ")
    .map((keyword): (typeof own)[number] => [
      keyword,
      ({ schema }) => `must keep ${keyword} ${JSON.stringify(schema)}`,
    ]);
  for (const [keyword, message] of [...own, ...ofLimits]) {
    const definition = ajv.getKeyword(keyword);
    if (typeof definition === "object") definition.error = { ...definition.error, message };
  }
}

/** The first of several values: `a or b`. */
export function listOf(values: readonly string[]): string {
  const more = values.length > 10 ? ["another of the listed values"] : [];
  return [...values.slice(0, 10), ...more].join(" or ");
}

/** AJV has no definition for the messages of types and of `false`, which are found in its code. */
export function replaceMessages(code: string): string {
  return code
    .replace(
      /message:"must be ([a-z,]+)"/g,
      (_found, types: string) => `message:"must be ${types.replaceAll(",", " or ")}"`,
    )
    .replaceAll('message:"boolean schema is false"', 'message:"must be absent"');
}

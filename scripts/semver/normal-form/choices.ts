/** Writes a schema as a choice of one, where the other side has a choice with it. */
import { isObject, type JsonObject } from "@partner-center/spec";
import { copy } from "./origins.ts";
import { overwrite } from "./walk.ts";

/** Changes the side that has no choice. */
export function alignChoices(base: JsonObject, revision: JsonObject): void {
  for (const keyword of ["oneOf", "anyOf"]) {
    align(base, revision, keyword);
    align(revision, base, keyword);
  }
}

function align(choice: JsonObject, plain: JsonObject, keyword: string): void {
  const options = choice[keyword];
  if (!Array.isArray(options) || options.length < 2 || keyword in plain) return;
  const same = options.find((option) => isObject(option) && meaning(option) === meaning(plain));
  if (!same) return;
  overwrite(plain, { [keyword]: [copy(plain)] });
}

/** Its JSON without texts. */
function meaning({
  title: _,
  description: __,
  example: ___,
  examples: ____,
  ...schema
}: JsonObject) {
  return JSON.stringify(Object.entries(schema).sort());
}

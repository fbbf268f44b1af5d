/** Writes keywords that mean the same in one way. */
import type { JsonObject } from "@partner-center/spec";

export function normalizeKeywords(object: JsonObject): void {
  if (object.pattern === "") delete object.pattern;
  if ("const" in object && !("enum" in object)) {
    object.enum = [object.const];
    delete object.const;
  }
  if (object.allowEmptyValue === false && "in" in object) delete object.allowEmptyValue;
}

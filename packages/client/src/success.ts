import { isA } from "./arguments.ts";
import { readFault } from "./fault.ts";
import type { Operation, Shape } from "./operation.ts";

/** Properties that faults have too, whichever family of fault. */
const faultNames =
  /^(code|statusCode|status|errors?|error_description|message|description|data|source|type|title|detail|instance)$/i;

/**
 * Whether a body under a status of success is one of those that the contract has for it, in any casing:
 * the service has been seen to send faults, pages and `{}` there.
 * @param body parsed; undefined if it is not JSON
 */
export function isSuccess({ success }: Operation, text: string, body: unknown): boolean {
  const isFault = (): boolean => {
    const { code, description } = readFault(body, String);
    return !!(code || description);
  };
  const fits = ([type, , properties]: Shape): boolean => {
    if (body === undefined) return type === "undefined" && !text;
    if (!isA(type, body)) return false;
    if (!properties || !isA("object", body)) return !isFault();
    const names = Object.keys(Object(body)).filter((name) => Object(body)[name] != null);
    const isKnown = (name: string) => properties.test(name);
    // A body that reads as a fault needs a property that no fault has, or none beyond the schema's.
    if (names.some((name) => isKnown(name) && !faultNames.test(name))) return true;
    return names.some(isKnown) && (names.every(isKnown) || !isFault());
  };
  // Without a body in the contract, any is ignored but a fault, and a page of HTML or the like.
  return success ? success.some(fits) : !text || (body !== undefined && !isFault());
}

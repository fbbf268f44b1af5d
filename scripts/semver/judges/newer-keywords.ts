/** Tells which parts of OpenAPI 3.2 a contract has that redocly alone knows. */
import type { Contract } from "@partner-center/spec";
import { walk } from "../normal-form/walk.ts";
import type { Contracts } from "../places.ts";

const keywords = new Set(
  "query additionalOperations itemSchema itemEncoding prefixEncoding mediaTypes defaultMapping".split(
    " ",
  ),
);

/** A sentence without a full stop for what oasdiff and openapi-typescript pass over in silence. */
export function notComparedOf({ base, revision }: Contracts): string[] {
  const used = new Set([base, revision].flatMap(newerIn));
  if (used.size === 0) return [];
  const list = [...used].map((name) => `\`${name}\``).join(", ");
  return [`${list} of OpenAPI 3.2 compared by redocly alone, which neither oasdiff nor types know`];
}

function newerIn(contract: Contract): string[] {
  if (/^3\.[01]\./.test(contract.openapi)) return [];
  const found: string[] = [];
  walk(contract, (object) => {
    if (object.in === "querystring") found.push("in: querystring");
    found.push(...Object.keys(object).filter((key) => keywords.has(key)));
  });
  return found;
}

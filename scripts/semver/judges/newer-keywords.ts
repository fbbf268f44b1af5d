/** Tells which parts of OpenAPI 3.2 a contract has that redocly alone knows. */
import { type Contract, isObject } from "@partner-center/spec";
import { dataKeywords, holdsNames } from "../../../packages/types/generate/walk-schemas.ts";
import type { Contracts } from "../places.ts";

const keywords = new Set(
  "query additionalOperations itemSchema itemEncoding prefixEncoding mediaTypes defaultMapping".split(
    " ",
  ),
);

/** A sentence without a full stop for what oasdiff and openapi-typescript pass over in silence. */
export function notComparedOf({ base, revision }: Contracts): string[] {
  const used = new Set([base, revision].flatMap((contract) => [...newerIn(contract)]));
  if (used.size === 0) return [];
  const list = [...used].map((name) => `\`${name}\``).join(", ");
  return [`${list} of OpenAPI 3.2 compared by redocly alone, which neither oasdiff nor types know`];
}

function* newerIn(contract: Contract): Generator<string> {
  if (/^3\.[01]\./.test(contract.openapi)) return;
  yield* newerInside(contract, false);
}

function* newerInside(node: unknown, isMap: boolean): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* newerInside(item, false);
  if (!isObject(node)) return;
  if (!isMap && node.in === "querystring") yield "in: querystring";
  for (const [key, value] of Object.entries(node)) {
    if (!isMap && keywords.has(key)) yield key;
    if (!isMap && (dataKeywords.has(key) || key.startsWith("x-"))) continue;
    yield* newerInside(value, !isMap && holdsNames(key));
  }
}

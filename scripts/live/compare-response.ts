/** Compares an answer of the service with the contract, in words without a value of a customer. */

import { createAjv } from "../../packages/client/generate/validators.ts";
import type { Validator } from "../../packages/client/src/generated/validators.ts";
import { createReport } from "../../packages/client/src/validate/report.ts";
import { isObject, type JsonObject } from "../../packages/types/generate/describe-contract.ts";
import type { Exchange } from "./recording-proxy.ts";

type Group = Record<string, JsonObject>;

/** The deviations of one answer from what the contract says of an operation. */
export type CompareAnswer = (exchange: Exchange) => string[];

/** Makes the comparison for an operation of a bundled contract. */
export function createComparison(contract: JsonObject, operationId: string): CompareAnswer {
  const components = contract.components as Record<string, Group>;
  const responses = readResponses(contract, operationId);
  const ajv = createAjv(contract);
  const known = propertyNames(contract);

  const compareBody = (body: string, schema: string): string[] => {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return ["body is no JSON"];
    }
    const validate = ajv.getSchema(`contract#/$defs/${schema}`);
    if (!validate) throw new Error(`The contract has no schema ${schema}`);
    // AJV types the promise of an asynchronous schema too, which none of ours is.
    const { violations, notices } = createReport(value, validate as Validator);
    return [...violations, ...notices].map(({ pointer, message }) => {
      const shown = message.includes("listed") ? `: ${safeValue(valueAt(value, pointer))}` : "";
      return `${safePointer(pointer, known)} ${message}${shown}`;
    });
  };

  return ({ sent, status, headers, body }) => {
    const response = responses[status];
    if (!response) return [`status ${status} is not in the contract`];
    const declared = Object.keys((response.headers ?? {}) as Group);
    const content = (response.content ?? {}) as Record<string, { schema: JsonObject }>;
    const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const schema = content[mediaType ?? ""]?.schema.$ref;
    const deviations = [
      ...compareHeaders(declared, headers, sent),
      ...(declared.includes("Retry-After") ? compareRetryAfter(headers, components) : []),
    ];
    if (body === "") return status < 300 ? [...deviations, "body is empty"] : deviations;
    if (!schema) return [...deviations, `content type ${mediaType ?? "(none)"} is not in the contract`]; // biome-ignore format: one idea
    if (!mediaType?.endsWith("json")) return deviations;
    return [...deviations, ...compareBody(body, String(schema).split("/").at(-1) ?? "")];
  };
}

function readResponses(contract: JsonObject, operationId: string): Group {
  const operations = Object.values(contract.paths as Group).flatMap((item) => Object.values(item));
  const operation = operations.find(
    (candidate) => isObject(candidate) && candidate.operationId === operationId,
  );
  const components = contract.components as Record<string, Group>;
  if (!isObject(operation)) throw new Error(`The contract has no operation ${operationId}`);
  const entries = Object.entries(operation.responses as Group).map(([status, response]) => {
    const name = String(response.$ref ?? "").split("/").at(-1) ?? ""; // biome-ignore format: one step
    return [status, components.responses?.[name] ?? response];
  });
  return Object.fromEntries(entries);
}

function compareHeaders(declared: string[], headers: Headers, sent: Exchange["sent"]): string[] {
  const missing = declared.filter((name) => name !== "Retry-After" && !headers.has(name));
  const unechoed = ["ms-requestid", "ms-correlationid"].filter(
    (name) => sent[name] && headers.has(name) && headers.get(name) !== sent[name],
  );
  const names = declared.map((name) => name.toLowerCase());
  const unknown = [...headers.keys()].filter(
    (name) => name.startsWith("ms-") && !names.includes(name),
  );
  return [
    ...missing.map((name) => `header ${name} is missing`),
    ...unechoed.map((name) => `header ${name} is not what was sent`),
    ...unknown.map((name) => `header ${name} is not in the contract`),
  ];
}

function compareRetryAfter(
  headers: Headers,
  { headers: declared }: Record<string, Group>,
): string[] {
  const value = headers.get("retry-after");
  if (value === null) return ["header Retry-After is missing"];
  const schema = declared?.["Retry-After"]?.schema as JsonObject | undefined;
  return schema?.type === "integer" && !/^\d+$/.test(value)
    ? ["header Retry-After must be integer"]
    : [];
}

function propertyNames(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...propertyNames(item)]));
  if (!isObject(value)) return new Set();
  const own = isObject(value.properties) ? Object.keys(value.properties) : [];
  return new Set([...own, ...Object.values(value).flatMap((item) => [...propertyNames(item)])]);
}

/** A pointer with `*` for places in lists, and without names that may be a customer's. */
function safePointer(pointer: string, known: Set<string>): string {
  if (pointer === "") return "body";
  const parts = pointer.split("/").slice(1);
  const safe = parts.map((part, index) => {
    if (known.has(part)) return part;
    if (/^\d+$/.test(part)) return "*";
    return index === parts.length - 1 ? safeValue(part) : "(name)";
  });
  return `/${safe.join("/")}`;
}

/** What reads like a name in a program as it is; of anything else only how long it is. */
function safeValue(value: unknown): string {
  const text = String(value);
  const isName = /^([A-Za-z]+|[a-z]+([ _][a-z]+)*)$/.test(text) && text.length <= 40;
  return isName ? text : `(${text.length} characters)`;
}

function valueAt(body: unknown, pointer: string): unknown {
  // Each step of a pointer that the validator gave leads to an object or a list.
  return pointer
    .split("/")
    .slice(1)
    .reduce((value, part) => (value as Record<string, unknown>)[part], body);
}

/** Compares a response of the service with the contract. What it reports has no customer's value. */
import {
  type Contract,
  isObject,
  operationsOf,
  parsePointer,
  referenceName,
  resolve,
  type Schema,
  valueAt,
} from "@partner-center/spec";
import { createAjv } from "../../packages/client/generate/validators.ts";
import type { Validator } from "../../packages/client/src/generated/validators.ts";
import { createReport } from "../../packages/client/src/validate/report.ts";
import type { Exchange } from "./recording-proxy.ts";

/** The deviations of one response from what the contract says of an operation. */
export type CompareResponse = (exchange: Exchange) => string[];

/** Makes the comparison for an operation of a bundled contract. */
export function createComparison(contract: Contract, operationId: string): CompareResponse {
  const called = operationsOf(contract).find(({ id }) => id === operationId);
  if (!called) throw new Error(`The contract has no operation ${operationId}`);
  const responses = called.operation.responses ?? {};
  const ajv = createAjv(contract);
  const known = propertyNames(contract);

  const compareBody = (body: string, schema: string): string[] => {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return ["body is not JSON"];
    }
    const validate = ajv.getSchema(`contract#/$defs/${schema}`);
    if (!validate) throw new Error(`The contract has no schema ${schema}`);
    // AJV types the promise of an asynchronous schema too, which none of ours is.
    const { violations, notices } = createReport(value, validate as Validator);
    return [...violations, ...notices].map(({ pointer, message }) => {
      const shown = message.includes("listed")
        ? `: ${safeValue(valueAt(value, parsePointer(pointer)))}`
        : "";
      return `${safePointer(pointer, known)} ${message}${shown}`;
    });
  };

  return ({ sent, status, headers, body }) => {
    const reference = responses[status];
    if (!reference) return [`status ${status} is not in the contract`];
    const response = resolve(contract, reference);
    const declared = Object.entries(response.headers ?? {}).map(([name, header]) => {
      const { schema = {} } = resolve(contract, header);
      return { name, schema: resolve(contract, schema) };
    });
    const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    const schema = referenceName(response.content?.[mediaType ?? ""]?.schema ?? {});
    const deviations = [
      ...compareHeaders(
        declared.map(({ name }) => name),
        headers,
        sent,
      ),
      ...declared
        .filter(({ name }) => name === "Retry-After")
        .flatMap(({ schema }) => compareRetryAfter(headers, schema)),
    ];
    if (body === "") return status < 300 ? [...deviations, "body is empty"] : deviations;
    if (!schema) return [...deviations, `content type ${mediaType ?? "(none)"} is not in the contract`]; // biome-ignore format: one idea
    if (!mediaType?.endsWith("json")) return deviations;
    return [...deviations, ...compareBody(body, schema)];
  };
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

function compareRetryAfter(headers: Headers, { type }: Schema): string[] {
  const value = headers.get("retry-after");
  if (value === null) return ["header Retry-After is missing"];
  return type === "integer" && !/^\d+$/.test(value) ? ["header Retry-After must be integer"] : [];
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

/** A value that reads like a name in a program as it is; of any other only its length. */
function safeValue(value: unknown): string {
  const text = String(value);
  const isName = /^([A-Za-z]+|[a-z]+([ _][a-z]+)*)$/.test(text) && text.length <= 40;
  return isName ? text : `(${text.length} characters)`;
}

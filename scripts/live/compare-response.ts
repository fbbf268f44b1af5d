/** Compares a response of the service with the contract. What it reports has no customer's value. */
import {
  type Contract,
  isObject,
  operationsOf,
  parsePointer,
  referenceName,
  resolve,
  valueAt,
} from "@partner-center/spec";
import { inspect, type SchemaName, schemas } from "../../packages/client/src/validate/index.ts";
import type { Exchange } from "./recording-proxy.ts";

/** The deviations of one response from what the contract says of the operation that was called. */
export type CompareResponse = (exchange: Exchange) => string[];

/** Prepares the comparison with a bundled contract. */
export function createComparison(contract: Contract): CompareResponse {
  const known = propertyNames(contract);

  const compareBody = (body: string, schema: SchemaName): string[] => {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return ["body is not JSON"];
    }
    const { violations, notices } = inspect(schema, value);
    return [...violations, ...notices].map(({ pointer, message }) => {
      const found = valueAt(value, parsePointer(pointer));
      const shown = message.includes("listed") ? `: ${safeValue(found)}` : "";
      return `${safePointer(pointer, known)} ${message}${shown}`;
    });
  };

  return (exchange) => {
    const { status, headers, body } = exchange;
    const called = findOperation(contract, exchange);
    if (!called) return ["the call is not in the contract"];
    const reference = called.operation.responses?.[status];
    if (!reference) return [`status ${status} is not in the contract`];
    const { headers: declared = {}, content = {} } = resolve(contract, reference);
    const deviations = compareHeaders(Object.keys(declared), exchange);
    const retryAfter = declared["Retry-After"];
    if (retryAfter) {
      const { schema = {} } = resolve(contract, retryAfter);
      deviations.push(...compareRetryAfter(headers.get("retry-after"), schema.type));
    }
    if (body === "") {
      const isMissing = status < 300 && Object.keys(content).length > 0;
      return isMissing ? [...deviations, "body is empty"] : deviations;
    }
    const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "(none)";
    const schema = referenceName(content[mediaType]?.schema ?? {}) ?? "";
    if (!isSchemaName(schema))
      return [...deviations, `content type ${mediaType} is not in the contract`];
    return mediaType.endsWith("json") ? [...deviations, ...compareBody(body, schema)] : deviations;
  };
}

const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(schemas, name);

/** The operation of a method and path. One whose path names more of it comes before others. */
function findOperation(contract: Contract, { method, path }: Exchange) {
  const [pathname = ""] = path.split("?");
  const parameters = (template: string) => template.split("{").length;
  return operationsOf(contract)
    .filter((each) => each.method === method.toLowerCase() && matches(each.path, pathname))
    .sort((a, b) => parameters(a.path) - parameters(b.path))[0];
}

function matches(template: string, path: string): boolean {
  const literals = template.split(/\{[^}]+\}/);
  const escaped = literals.map((text) => text.replaceAll(/[\\^$.*+?()[\]|]/g, "\\$&"));
  return new RegExp(`^${escaped.join("[^/]+")}$`).test(path);
}

function compareHeaders(declared: string[], { sent, headers }: Exchange): string[] {
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

function compareRetryAfter(value: string | null, type: unknown): string[] {
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

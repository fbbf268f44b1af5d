/** What "Try it" sends, and how curl would; the token never gets here. */

/** An operation of the contract, as far as "Try it" needs it. */
export interface TriedOperation {
  /** Of the client's method. */
  name: string;
  method: string;
  /** With the name of a field in braces, such as /v1/orders/{order_id}. */
  path: string;
  fields: readonly TriedField[];
  /** JSON to begin with, when the operation takes a body. */
  body?: string;
  /** The examples of each status, by their names in the contract; a response without a body has one without a name. */
  responses: readonly { status: string; examples: readonly { name: string; title: string }[] }[];
}

/** A parameter of the operation, which is an argument of the client's method. */
export interface TriedField {
  argument: string;
  /** Its name in the contract. */
  name: string;
  in: "path" | "query" | "header";
  kind: "text" | "number" | "boolean" | "list";
  /** What to begin with. */
  value: string;
}

/** What the reader filled in. */
export interface Entered {
  baseUrl: string;
  /** Of the fields, by argument. An empty one is left out. */
  values: Readonly<Record<string, string>>;
  body?: string;
  /** Asks the mock for one of its examples; the service ignores it. */
  prefer: string;
}

/**
 * The arguments of the client's method.
 *
 * @throws SyntaxError when the body is not JSON
 */
export function argumentsOf(
  { fields }: TriedOperation,
  { values, body }: Pick<Entered, "values" | "body">,
): Record<string, unknown> {
  const given = fields.flatMap(({ argument, kind }) => {
    const value = values[argument] ?? "";
    return value === "" ? [] : [[argument, argumentFrom(kind, value)]];
  });
  return { ...Object.fromEntries(given), ...(body && { body: JSON.parse(body) }) };
}

function argumentFrom(kind: TriedField["kind"], value: string): unknown {
  if (kind === "boolean") return value === "true";
  if (kind === "number") return Number(value);
  return kind === "list" ? value.split(",").map((item) => item.trim()) : value;
}

/** What the header `Prefer` says for a status and the name of its example; empty without a choice. */
export function preferenceFor(chosen: string): string {
  const [status, name] = chosen.split(" ");
  if (!status) return "";
  return name ? `code=${status}, example=${name}` : `code=${status}`;
}

/** Undefined when the token would leave this machine unencrypted. */
export function requestUrl(
  { path, fields }: TriedOperation,
  { baseUrl, values }: Entered,
): URL | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const base = new URL(baseUrl);
  const isLocal = base.hostname === "127.0.0.1" || base.hostname === "localhost";
  if (base.protocol !== "https:" && !(base.protocol === "http:" && isLocal)) return undefined;
  const valueOfName = (name: string) =>
    values[fields.find((field) => field.name === name)?.argument ?? ""] ?? "";
  const filled = path.replace(/\{([^{}]+)\}/g, (_all, name) =>
    encodeURIComponent(valueOfName(name)),
  );
  const url = new URL(`${base.pathname.replace(/\/$/, "")}${filled}`, base);
  for (const { name } of fields.filter((field) => field.in === "query")) {
    const value = valueOfName(name);
    if (value) url.searchParams.set(name, value);
  }
  return url;
}

/** The request for a shell. The token is read from the environment, so it stays out of the history. */
export function curlCommand(operation: TriedOperation, entered: Entered): string {
  const { method, fields } = operation;
  const url = requestUrl(operation, entered)?.href ?? entered.baseUrl;
  const sent = fields.flatMap(({ argument, name, in: place }) => {
    const value = place === "header" && entered.values[argument];
    return value ? [quote(`${name}: ${value}`)] : [];
  });
  const headers = [
    '"Authorization: Bearer $TOKEN"',
    '"Accept: application/json"',
    ...(entered.body ? ['"Content-Type: application/json"'] : []),
    ...sent,
    ...(entered.prefer ? [quote(`Prefer: ${entered.prefer}`)] : []),
  ];
  return [
    method === "GET" ? "curl" : `curl --request ${method}`,
    ...headers.map((header) => `--header ${header}`),
    ...(entered.body ? [`--data ${quote(entered.body)}`] : []),
    quote(url),
  ].join(" \\\n  ");
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

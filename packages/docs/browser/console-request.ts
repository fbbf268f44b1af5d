/** What the console sends, and how curl would; the token never gets here. */

/** An operation of the contract, as far as the console needs it. */
export interface ConsoleOperation {
  /** With the name of a field in braces, such as /v1/orders/{order_id}. */
  path: string;
  fields: ConsoleField[];
  /** Values of the header with which the mock is asked for one of its examples. */
  preferences: string[];
}

/** A parameter of the operation. */
export interface ConsoleField {
  name: string;
  in: "path" | "query";
  /** The value to begin with. */
  value: string;
  /** A box to tick, which sends its value, and not a field to type in. */
  isBox: boolean;
}

export interface ConsoleRequest {
  baseUrl: string;
  /** Of the fields, by name. An empty one is left out of the query. */
  values: Readonly<Record<string, string>>;
  /** Asks the mock for one of its examples; the service ignores it. */
  prefer: string;
}

/** Undefined when the token would leave this machine unencrypted. */
export function requestUrl(
  { path, fields }: ConsoleOperation,
  { baseUrl, values }: ConsoleRequest,
): URL | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const base = new URL(baseUrl);
  const isLocal = base.hostname === "127.0.0.1" || base.hostname === "localhost";
  if (base.protocol !== "https:" && !(base.protocol === "http:" && isLocal)) return undefined;
  const filled = path.replace(/\{([^{}]+)\}/g, (_all, name) =>
    encodeURIComponent(values[name] ?? ""),
  );
  const url = new URL(`${base.pathname.replace(/\/$/, "")}${filled}`, base);
  for (const field of fields.filter((field) => field.in === "query")) {
    const value = values[field.name];
    if (value) url.searchParams.set(field.name, value);
  }
  return url;
}

/** The request for a shell. The token is read from the environment, so it stays out of the history. */
export function curlCommand(operation: ConsoleOperation, request: ConsoleRequest): string {
  const url = requestUrl(operation, request)?.href ?? request.baseUrl;
  const headers = [
    '"Authorization: Bearer $TOKEN"',
    '"Accept: application/json"',
    ...(request.prefer ? [quote(`Prefer: ${request.prefer}`)] : []),
  ];
  return ["curl", ...headers.map((header) => `--header ${header}`), quote(url)].join(" \\\n  ");
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** What the console sends, and how curl would; nothing here ever sees the token. */
export interface ConsoleRequest {
  baseUrl: string;
  customerId: string;
  orderId: string;
  includePrice: boolean;
  /** Asks the mock for one of its examples; the service ignores it. */
  prefer: string;
}

/** Undefined when the token would leave this machine in the open. */
export function requestUrl({
  baseUrl,
  customerId,
  orderId,
  includePrice,
}: ConsoleRequest): URL | undefined {
  if (!URL.canParse(baseUrl)) return undefined;
  const base = new URL(baseUrl);
  const isLocal = base.hostname === "127.0.0.1" || base.hostname === "localhost";
  if (base.protocol !== "https:" && !(base.protocol === "http:" && isLocal)) return undefined;
  const [customer, order] = [customerId, orderId].map(encodeURIComponent);
  const url = new URL(
    `${base.pathname.replace(/\/$/, "")}/v1/customers/${customer}/orders/${order}`,
    base,
  );
  if (includePrice) url.searchParams.set("include_price", "true");
  return url;
}

/** The request for a shell. The token is read from the environment, so it stays out of the history. */
export function curlCommand(request: ConsoleRequest): string {
  const url = requestUrl(request)?.href ?? request.baseUrl;
  const headers = [
    '"Authorization: Bearer $TOKEN"',
    '"Accept: application/json"',
    ...(request.prefer ? [quote(`Prefer: ${request.prefer}`)] : []),
  ];
  return ["curl", ...headers.map((header) => `--header ${header}`), quote(url)].join(" \\\n  ");
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

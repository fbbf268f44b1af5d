import { check, isOptions, mustBe, tryTo } from "./arguments.ts";

/** What the function of `createFetch` was called with. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** Undefined also when the caller turned the signal of a `Request` off, with null. */
  readonly signal: AbortSignal | undefined;
  /** What goes on to the `fetch` beneath, such as `cache` and undici's `dispatcher`. */
  readonly options: RequestInit;
  /** Makes the body ready to be read, when there is one; the headers then have its type. */
  open(): { readonly headers: Headers; readonly body: Request | undefined };
}

/** Options that a `Request` shows, but for those that are read one by one. */
const requestOptions = [
  "cache",
  "credentials",
  "integrity",
  "keepalive",
  "mode",
  "redirect",
  "referrer",
  "referrerPolicy",
] as const;

/**
 * Checks the parameters of a `fetch`. No body is touched before `open`: a refused request keeps its own.
 * @throws ArgumentError that names the header, the body or the option that cannot be used
 */
export function readRequest(
  input: string | URL | Request,
  init: RequestInit | null | undefined,
  origin: string,
): FetchRequest {
  const request = input instanceof Request ? input : undefined;
  const url = request?.url ?? tryTo(() => new Request(input).url);
  check(url && new URL(url).origin === origin, "input", `must be at ${origin}`);
  mustBe(init == null || isOptions(init), "init", "an object such as { method }", init);
  check(!(init instanceof Request), "init", "must be options: pass a Request as input");

  const { duplex, ...given } = definedOptions(init);
  const { method = request?.method, headers = request?.headers, body, signal, ...own } = given;
  const options = { ...optionsOf(request, url), ...own };
  const parts = { url, method: readMethod(method, url), headers: readHeaders(headers) };
  checkOptions(options, url);
  if (body == null) check(!request?.bodyUsed, "body", "was already read");
  else checkBody(body, duplex);
  const isBodyless = /^(GET|HEAD)$/.test(parts.method);
  check(!isBodyless || !(body ?? request?.body), "body", `must be left out for ${parts.method}`);

  return {
    ...parts,
    signal: (signal === undefined ? request?.signal : signal) ?? undefined,
    options,
    open() {
      if (body == null) return { headers: parts.headers, body: request };
      // To the platform every body may be a stream; its types do not know `duplex`.
      const init = { ...parts, body, duplex: "half" } as RequestInit;
      const opened = tryTo(() => new Request(url, init));
      check(opened, "body", "must be a body that fetch can send");
      return { headers: opened.headers, body: opened };
    },
  };
}

/** Options that were given. The types of the web do not know `duplex`, which its `fetch` does. */
function definedOptions(init: RequestInit | null | undefined): RequestInit & { duplex?: unknown } {
  return Object.fromEntries(Object.entries(init ?? {}).filter(([, value]) => value !== undefined));
}

/** The options that a `Request` was made with: those that differ from the platform's defaults. */
function optionsOf(request: Request | undefined, url: string): RequestInit {
  const plain = request && new Request(url);
  const given = requestOptions.filter((name) => request?.[name] !== plain?.[name]);
  return Object.fromEntries(given.map((name) => [name, request?.[name]]));
}

/** Checks a method, and puts the usual ones into capitals, as the platform does. */
function readMethod(method = "GET", url: string): string {
  mustBe(typeof method === "string", "method", 'a string such as "POST"', method);
  const isToken = /^[\w!#$%&'*+.^`|~-]+$/.test(method) && !/^(CONNECT|TRACE|TRACK)$/i.test(method);
  const usual = isToken && tryTo(() => new Request(url, { method }).method);
  check(usual, "method", "must be an HTTP method that fetch sends");
  return usual;
}

/** Checks headers, and names the one that is invalid. Its value may be a secret, and is not told. */
function readHeaders(given: HeadersInit = {}): Headers {
  const form = 'an object such as { accept: "text/plain" }';
  mustBe(typeof given === "object" && given, "headers", form, given);
  const headers = tryTo(() => new Headers(given));
  const pairs = Array.isArray(given) ? given : Object.entries(given);
  const isInvalid = (pair: [string, string]) => !tryTo(() => new Headers([pair]));
  const name = headers ?? JSON.stringify(String(pairs.find(isInvalid)?.[0]).slice(0, 50));
  check(headers, "headers", `must be valid in HTTP, but ${name} is not`);
  return headers;
}

/** Refuses options that this fetch would not honour, and those that the platform does not know. */
function checkOptions(options: RequestInit, url: string): void {
  const { redirect = "manual", keepalive, integrity, mode, window } = options;
  check(redirect === "manual", "redirect", 'must be "manual": no redirect is followed');
  check(!keepalive, "keepalive", "must be false: retries do not outlive the page");
  check(!integrity, "integrity", "must be left out: error responses do not match it");
  check(mode !== "no-cors", "mode", 'must not be "no-cors", which sends no token');
  check(window == null, "window", "must be null");
  if (tryTo(() => new Request(url, options))) return;
  const isWrong = ([name, value]: [string, unknown]) =>
    !tryTo(() => new Request(url, { [name]: value }));
  const [name = "init"] = Object.entries(options).find(isWrong) ?? [];
  check(false, name, "must be a value that fetch accepts");
}

/** Checks a body of the caller's. A stream needs `duplex`, even on platforms that do not ask for it. */
function checkBody(body: BodyInit, duplex: unknown): void {
  const { getReader, locked } = Object(body);
  const isStream = getReader || Symbol.asyncIterator in Object(body);
  check(!isStream || duplex === "half", "duplex", 'must be "half" for a body that is a stream');
  check(!locked, "body", "must not be locked");
}

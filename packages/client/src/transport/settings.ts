import { check, isHeaderSafe, isOptions, mustBe, tryTo } from "../arguments.ts";
import type { Credential } from "../credential.ts";
import type { ClientEvent } from "../events.ts";
import type { FetchLike, FetchOptions, TimeoutOptions } from "../options.ts";
import type { Environment } from "./environment.ts";
import { largestBudget } from "./retry-budget.ts";
import type { RetryRules } from "./retry-decision.ts";

/** Limits in milliseconds; Infinity for none. */
export interface Timeouts {
  readonly attempt: number;
  readonly total: number;
}

/** The options of a client, checked and with every default in place. */
export interface Settings {
  readonly environment: Environment;
  readonly credential: Credential;
  readonly scopes: string | string[];
  readonly fetch: FetchLike;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: Timeouts;
  readonly retry: RetryRules;
  /** In bytes. */
  readonly maxBodySize: number;
  readonly onEvent: ((event: ClientEvent) => void) | undefined;
}

/**
 * Checks options, so that a mistake shows where it was made. Plain JavaScript may give anything.
 * @throws ArgumentError when an option cannot be used
 */
export function readSettings(options: FetchOptions, environment: Environment): Settings {
  mustBe(isOptions(options), "options", "an object such as { credential }", options);
  const {
    credential,
    scopes = "https://api.partnercenter.microsoft.com/.default",
    // Looked up on each use, since programs may replace it.
    fetch: send = (url, init) => fetch(url, init),
    headers,
    timeout,
    retry,
    maxBodySize = 10 * 2 ** 20,
    onEvent,
  } = options;
  mustBe(typeof send === "function", "fetch", "a function such as globalThis.fetch", send);
  const isHook = onEvent === undefined || typeof onEvent === "function";
  mustBe(isHook, "onEvent", "a function such as (event) => console.log(event.type)", onEvent);
  const isSize = typeof maxBodySize === "number" && maxBodySize > 0;
  mustBe(isSize, "maxBodySize", "a number of bytes above 0, or Infinity", maxBodySize);
  return {
    environment,
    credential: readCredential(credential),
    scopes: readScopes(scopes),
    fetch: send,
    headers: readHeaders(headers),
    timeout: readTimeouts(timeout, { attempt: 30_000, total: 120_000 }),
    retry: readRetry(retry),
    maxBodySize,
    onEvent,
  };
}

function readCredential(credential: Credential): Credential {
  const form = "a token, a function that gives one, or a credential with a getToken function";
  mustBe(credential !== "", "credential", form, credential);
  if (typeof credential === "string") {
    const problem = 'must be a token of visible ASCII characters, without "Bearer " or blanks';
    check(isHeaderSafe(credential), "credential", problem);
    return credential;
  }
  const provider = Object(credential).getToken ?? credential;
  mustBe(typeof provider === "function", "credential", form, credential);
  return credential;
}

function readScopes(scopes: string | string[]): string | string[] {
  const list = [scopes].flat();
  const isUsable = list.length && list.every((scope) => scope && typeof scope === "string");
  mustBe(isUsable, "scopes", "a string or an array of strings", scopes);
  return scopes;
}

/** Checks limits; what is left out is as in `defaults`. */
export function readTimeouts(options: TimeoutOptions = {}, defaults: Timeouts): Timeouts {
  const form = "an object such as { total: 5000 }, in milliseconds";
  mustBe(isOptions(options), "timeout", form, options);
  const read = (name: keyof Timeouts): number => {
    const { [name]: limit = defaults[name] } = options;
    const isUsable = limit === false || (typeof limit === "number" && limit > 0);
    mustBe(isUsable, `timeout.${name}`, "a number of milliseconds above 0, or false", limit);
    return limit || Infinity;
  };
  return { attempt: read("attempt"), total: read("total") };
}

/** Checks the rules for retries; `false` is for none. */
function readRetry(retry: FetchOptions["retry"] = {}): RetryRules {
  const form = "false or an object such as { maxRetries: 3 }";
  mustBe(retry === false || isOptions(retry), "retry", form, retry);
  const { maxRetries = 2, minDelay = 250, maxDelay = 8_000 } = retry || { maxRetries: 0 };
  const isCount = Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= largestBudget;
  mustBe(isCount, "retry.maxRetries", `a whole number from 0 to ${largestBudget}`, maxRetries);
  const isDelay = Number.isFinite(minDelay) && minDelay >= 0;
  mustBe(isDelay, "retry.minDelay", "a number of milliseconds, 0 or more", minDelay);
  const isCap = typeof maxDelay === "number" && maxDelay >= minDelay;
  mustBe(isCap, "retry.maxDelay", "a number of milliseconds, at least minDelay", maxDelay);
  return { maxRetries, minDelay, maxDelay };
}

/** Headers that the transport sets, and where their values are from. */
const ownHeaders: Readonly<Record<string, string>> = {
  authorization: "credential",
  "ms-requestid": "the requestId of a call",
  "ms-correlationid": "the correlationId of a call",
};

function readHeaders(headers: FetchOptions["headers"] = {}): Record<string, string> {
  const form = 'an object such as { "x-locale": "en-US" }';
  mustBe(typeof headers === "object" && headers, "headers", form, headers);
  const pairs = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  mustBe(pairs.every(Array.isArray), "headers", form, headers);
  // The version's source: https://learn.microsoft.com/partner-center/developer/headers
  const added: Record<string, string> = { accept: "application/json", "ms-contract-version": "v1" };
  const checked = new Headers();
  for (const [name, value] of pairs) {
    const key = String(name).toLowerCase();
    delete added[key];
    if (value === undefined) continue;
    const source = ownHeaders[key];
    check(!source, "headers", `must not have ${name}: ${source} sets it`);
    mustBe(typeof value === "string", `headers.${name}`, "a string", value);
    // It refuses what would add another header. Its own message may quote the value, and is left out.
    const isValid = tryTo(() => new Headers([[name, value]]));
    check(isValid, "headers", `must be valid in HTTP, but "${name}" is not`);
    checked.append(name, value);
  }
  return { ...added, ...Object.fromEntries(checked) };
}

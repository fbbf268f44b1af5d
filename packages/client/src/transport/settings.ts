import { check, isHeaderSafe, tryTo } from "../arguments.ts";
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
  readonly onEvent: ((event: ClientEvent) => void) | undefined;
}

/**
 * Checks options, so that a mistake shows where it was made and not at the first call.
 *
 * @throws ArgumentError when an option cannot be used
 */
export function readSettings(options: FetchOptions, environment: Environment): Settings {
  const {
    credential,
    scopes = "https://api.partnercenter.microsoft.com/.default",
    // Looked up on each use, for those who replace it.
    fetch: send = (url, init) => fetch(url, init),
    headers,
    timeout,
    retry,
    onEvent,
  } = options;
  const provider = Object(credential).getToken ?? credential;
  const usable = typeof provider === "function" || isHeaderSafe(credential);
  check(usable, "credential", "must be a token or give one");
  return {
    environment,
    credential,
    scopes,
    fetch: send,
    headers: readHeaders(headers),
    timeout: readTimeouts(timeout, { attempt: 30_000, total: 120_000 }),
    retry: readRetry(retry),
    onEvent,
  };
}

/** Checks limits; what is left out is as in `defaults`. */
export function readTimeouts(options: TimeoutOptions | undefined, defaults: Timeouts): Timeouts {
  const read = (name: keyof Timeouts): number => {
    const limit = options?.[name] ?? defaults[name];
    check(limit === false || limit > 0, `timeout.${name}`);
    return limit || Infinity;
  };
  return { attempt: read("attempt"), total: read("total") };
}

/** Checks the rules for retries; `false` is for none. */
function readRetry(options: FetchOptions["retry"]): RetryRules {
  const { maxRetries = 2, minDelay = 250, maxDelay = 8_000 } = options || {};
  const isCount = Number.isInteger(maxRetries) && maxRetries >= 0 && maxRetries <= largestBudget;
  check(isCount, "retry.maxRetries", `must be a whole number from 0 to ${largestBudget}`);
  const isDelay = Number.isFinite(minDelay) && minDelay >= 0;
  check(isDelay, "retry.minDelay", "must be a number of milliseconds, 0 or more");
  const isCap = typeof maxDelay === "number" && maxDelay >= minDelay;
  check(isCap, "retry.maxDelay", "must be a number of milliseconds, at least minDelay");
  return { maxRetries: options === false ? 0 : maxRetries, minDelay, maxDelay };
}

function readHeaders(headers: FetchOptions["headers"]): Record<string, string> {
  // It takes any pairs, and refuses what would add a header of its own.
  const given = tryTo(() => new Headers(headers as HeadersInit | undefined));
  check(given, "headers");
  return { accept: "application/json", ...Object.fromEntries(given) };
}

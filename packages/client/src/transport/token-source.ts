import { CredentialError } from "../errors.ts";
import { type Call, factsOf, report } from "./call.ts";
import type { Settings } from "./settings.ts";
import { type NoToken, requestToken, type Token } from "./token-request.ts";
import { remainingOf, throwTimeout, waitFor } from "./wait.ts";

/** Gives a call its token; `refused` is one that the service has just refused. */
export type TokenSource = (call: Call, refused?: string) => string | Promise<string>;

/** A request for a token that is under way: all calls that need a token wait for the same one. */
interface SharedRequest {
  readonly startedAt: number;
  readonly outcome: Promise<Token | NoToken>;
}

/** Tokens are renewed this long before they end: 2 minutes. */
const earlyMs = 120_000;
/** How long a request may take when the client sets no limit: 2 minutes. */
const longestRequest = 120_000;

/**
 * Asks the credential for tokens: once for any number of calls at the same time, and not at all while
 * a token with a known end is valid. Each call waits on its own, so an abort takes nothing from others.
 * A request that exceeds `timeout.attempt` is given up: the next call starts another, and a token that the
 * first one brings later is dropped.
 */
export function createTokenSource(settings: Settings): TokenSource {
  const { credential, scopes, environment, timeout } = settings;
  if (typeof credential === "string") return () => credential;
  const ask = typeof credential === "function" ? credential : () => credential.getToken(scopes, {});
  const giveUpAfter = Number.isFinite(timeout.attempt) ? timeout.attempt : longestRequest;

  let kept: Token | undefined;
  let current: SharedRequest | undefined;

  const start = (call: Call): SharedRequest => {
    const isCurrent = () => current === request;
    const request: SharedRequest = {
      startedAt: environment.now(),
      outcome: requestToken(ask, isCurrent).then((outcome) => {
        if (isCurrent()) {
          current = undefined;
          if (outcome.token !== undefined) {
            kept = outcome;
            report(call, { type: "token" });
          }
        }
        return outcome;
      }),
    };
    return request;
  };

  return async (call, refused) => {
    if (kept?.token === refused) kept = undefined;
    if (kept && environment.date() + earlyMs < kept.endsAt) return kept.token;

    const now = environment.now();
    if (current && now - current.startedAt >= giveUpAfter) current = undefined;
    const leftOfRequest = (current?.startedAt ?? now) + timeout.attempt - now;
    const leftOfCall = remainingOf(call);
    const limit = Math.min(leftOfRequest, call.timeout.attempt, leftOfCall);
    let request: SharedRequest;
    const outcome = await waitFor<Token | NoToken | undefined>(
      call,
      limit,
      () => {
        request = current ??= start(call);
        return request.outcome;
      },
      () => {
        if (limit === leftOfRequest && current === request) current = undefined;
        return undefined;
      },
    );

    if (outcome?.token !== undefined) return outcome.token;
    // A token that is due for renewal is still valid for 2 minutes.
    if (kept && environment.date() < kept.endsAt) return kept.token;
    if (outcome) {
      throw new CredentialError(`no token: ${outcome.problem}`, factsOf(call), outcome.cause);
    }
    if (limit === leftOfCall) return throwTimeout(call, "total");
    return throwTimeout(call, "attempt", Math.min(timeout.attempt, call.timeout.attempt));
  };
}

import { isHeaderSafe } from "../arguments.ts";
import type { AccessToken } from "../credential.ts";
import { CredentialError, isTimeoutError } from "../errors.ts";
import { redactCause, redactProvider } from "../redact.ts";
import { type Call, factsOf, redactFor } from "./call.ts";
import { remainingOf, throwTimeout } from "./deadline.ts";
import { report } from "./report.ts";
import type { Settings } from "./settings.ts";
import { waitFor } from "./wait.ts";

/** Gives a call its token; `refused` is one that the service has just refused. */
export type TokenSource = (call: Call, refused?: string) => string | Promise<string>;

/** Tokens are asked for anew this long before they end: 2 minutes. */
const earlyMs = 120_000;

/**
 * Asks the credential for tokens: once for any number of calls at the same time, and not at all while
 * a token with a known end is good. The calls wait for it each on their own, so that one that is
 * aborted takes nothing from the others.
 */
export function createTokenSource({ credential, scopes, environment }: Settings): TokenSource {
  if (typeof credential === "string") return () => credential;

  let kept: AccessToken | undefined | null;
  let pending: Promise<string> | undefined;

  const ask = async (call: Call): Promise<string> => {
    const given = await (typeof credential === "function"
      ? credential()
      : credential.getToken(scopes, {}));
    const answer = typeof given === "string" ? { token: given, expiresOnTimestamp: 0 } : given;
    if (!isHeaderSafe(answer?.token)) throw new Error("unusable");
    kept = answer;
    report(call, { type: "token" });
    return answer.token;
  };

  const forget = () => {
    pending = undefined;
  };

  return async (call, refused) => {
    if (kept?.token === refused) kept = undefined;
    if (kept && environment.date() + earlyMs < kept.expiresOnTimestamp) return kept.token;
    try {
      return await waitFor(
        call,
        remainingOf(call),
        () => (pending ??= ask(call).finally(forget)),
        () => throwTimeout(call, "total"),
      );
    } catch (error) {
      // Later calls ask again: this credential may never answer.
      forget();
      call.signal?.throwIfAborted();
      if (isTimeoutError(error)) throw error;
      const redact = redactFor(call);
      const cause = redactCause(error, (text) => redactProvider(redact(text)));
      throw new CredentialError(`no token: ${cause.message}`, factsOf(call), cause);
    }
  };
}

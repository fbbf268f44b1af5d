import { describe, isHeaderSafe } from "../arguments.ts";
import { nameProviderError } from "../redact.ts";
import { isNetworkError } from "./network-error.ts";

/** A token and when it ends, in milliseconds since 1970; 0 when that is not known. */
export interface Token {
  readonly token: string;
  readonly endsAt: number;
}

/** Why there is no token, with what the provider threw, if anything. */
export interface NoToken {
  readonly token?: undefined;
  readonly problem: string;
  readonly cause?: Error;
}

/** Ends before this are in seconds: it is March 1973 in milliseconds, and the year 5138 in seconds. */
const earliestEnd = 1e11;

/** Asks a provider for a token; once more after a network error, if still wanted. Never rejects. */
export async function requestToken(
  ask: () => unknown,
  isWanted: () => boolean,
): Promise<Token | NoToken> {
  // A provider may throw at once.
  const askOnce = async () => ask();
  try {
    const given = await askOnce().catch((error) => {
      if (!isWanted() || !isNetworkError(error)) throw error;
      return askOnce();
    });
    return readToken(given);
  } catch (thrown) {
    const cause = nameProviderError(thrown);
    return { problem: `the credential threw ${cause.message}`, cause };
  }
}

/** Reads what a provider gave, which in plain JavaScript may be anything. */
function readToken(given: unknown): Token | NoToken {
  if (isHeaderSafe(given)) return { token: given, endsAt: 0 };
  const { token, expiresOnTimestamp: endsAt } = Object(given);
  if (!isHeaderSafe(token)) {
    const form = "a string of visible ASCII characters, or an object with one as token";
    return { problem: `the credential must give ${form}` };
  }
  if (typeof endsAt === "number" && endsAt >= earliestEnd) return { token, endsAt };
  const form = "in milliseconds since 1970, such as Date.now() + 3_600_000";
  return { problem: `expiresOnTimestamp must be ${form}, not ${describe(endsAt)}` };
}

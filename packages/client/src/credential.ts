/** An access token and the time when it ends, as `@azure/identity` gives them. */
export interface AccessToken {
  /** The token itself, without `Bearer `. */
  readonly token: string;
  /** Its end in milliseconds since 1970: `Date.now() + 3_600_000`. One in seconds is refused. */
  readonly expiresOnTimestamp: number;
}

/** Something that gets tokens for a scope: every credential of `@azure/identity` is one. */
export interface TokenCredential {
  /** Gives a token for the scopes, or null when it has none. */
  getToken(scopes: string | string[], options?: object): Promise<AccessToken | null>;
}

/**
 * Where access tokens come from.
 *
 * - a string: one token, used for every request
 * - a function: called before each request; an {@link AccessToken} is kept until 2 minutes before its
 *   end, a string is not kept
 * - a credential of `@azure/identity`, or anything else with its `getToken`
 *
 * It is called once for any number of calls at once, and once more after a network error. The client's
 * `timeout.attempt` limits it, else 2 minutes: then the next call asks again, and a token that arrives
 * later is dropped. The default of 30 seconds is too short for a credential that waits for a person.
 * When it fails and the last token is still valid, that token is used.
 */
export type Credential =
  | string
  | (() => string | AccessToken | Promise<string | AccessToken>)
  | TokenCredential;

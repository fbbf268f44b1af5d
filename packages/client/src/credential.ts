/** An access token and the time when it ends, as `@azure/identity` gives them. */
export interface AccessToken {
  /** The token itself, without `Bearer `. */
  readonly token: string;
  /**
   * When the token ends, in milliseconds since 1970, such as `Date.now() + 3_600_000`. A new one is
   * requested 2 minutes before. Seconds, or a value that is not a number, are a `CredentialError`.
   */
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
 * However many calls need a token at once, the function or credential is called once. After a network
 * error it is called again, once. The client's `timeout.attempt` limits it (without that limit, 2
 * minutes): then the next call starts another request, and a token that arrives later is dropped. A
 * credential that waits for a person needs a longer limit than the default of 30 seconds. When the
 * credential fails and the last token is still valid, that token is used.
 */
export type Credential =
  | string
  | (() => string | AccessToken | Promise<string | AccessToken>)
  | TokenCredential;

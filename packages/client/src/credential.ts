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
 * However many calls need a token at once, the function or credential is called once; after a network
 * error, once more. `timeout.attempt` of the client limits it (without it, 2 minutes): then the next call
 * starts another request, and a token that arrives later is dropped. A credential that waits for a person
 * needs more than the default of 30 seconds. When it fails, the last token is used while it is valid.
 */
export type Credential =
  | string
  | (() => string | AccessToken | Promise<string | AccessToken>)
  | TokenCredential;

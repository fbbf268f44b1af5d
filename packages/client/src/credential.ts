/** An access token and the time when it ends, as `@azure/identity` gives them. */
export interface AccessToken {
  /** The token itself, without `Bearer `. */
  readonly token: string;
  /** Its end in milliseconds since 1970: `Date.now() + 3_600_000`. One in seconds is refused. */
  readonly expiresOnTimestamp: number;
}

/** Gets tokens for a scope, as every credential of `@azure/identity` does. */
export interface TokenCredential {
  /** Returns a token for the scopes, or null when it has none. */
  getToken(scopes: string | string[], options?: object): Promise<AccessToken | null>;
}

/**
 * Where access tokens come from.
 *
 * - a string: one token, used for every request
 * - a function: called before each request. The client caches an {@link AccessToken} until 2 minutes
 *   before its end, but not a string. A function that redeems a refresh token has to save the new one
 *   itself
 * - a credential of `@azure/identity`, or any object with its `getToken`
 *
 * However many calls need a token at once, the client calls the function or credential once; after a
 * network error, once more. `timeout.attempt` of the client limits the request (without it, 2 minutes).
 * The next call then starts another request, and a token that arrives late is dropped. A credential that
 * waits for a person needs more than the default of 30 seconds. When the credential fails, the last token
 * is used while it is valid.
 */
export type Credential =
  | string
  | (() => string | AccessToken | Promise<string | AccessToken>)
  | TokenCredential;

/** An access token and the time when it ends, as `@azure/identity` gives them. */
export interface AccessToken {
  /** The token itself, without `Bearer `. */
  readonly token: string;
  /** When the token ends, in milliseconds since 1970. It is asked for anew 2 minutes before. */
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
 * - a text: one token, used until the service refuses it
 * - a function: asked before each request; an {@link AccessToken} is kept until 2 minutes before its
 *   end, a text is not kept
 * - a credential of `@azure/identity`, or anything else with its `getToken`
 *
 * However many calls need a token at once, the function or credential is asked once.
 */
export type Credential =
  | string
  | (() => string | AccessToken | Promise<string | AccessToken>)
  | TokenCredential;

/** Gets a token of an application that acts for itself, which a job without a person can do. */

export interface Application {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** Address of the identity provider, without a slash at the end. */
  loginUrl: string;
}

/** @throws with the provider's error code; its sentence is left out, since it may hold IDs */
export async function requestToken(application: Application): Promise<string> {
  const { tenantId, clientId, clientSecret, loginUrl } = application;
  const response = await fetch(`${loginUrl}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://api.partnercenter.microsoft.com/.default",
    }),
  });
  const { access_token: token, error } = Object(await response.json().catch(() => undefined));
  if (typeof token === "string") return token;
  const reason = typeof error === "string" && /^\w+$/.test(error) ? ` (${error})` : "";
  throw new Error(`The identity provider gives no token: status ${response.status}${reason}`);
}

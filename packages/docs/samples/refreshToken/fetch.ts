// Compiled with the repository and run against a token endpoint on loopback by test/samples.test.ts.

import { readFile, writeFile } from "node:fs/promises";

const { TENANT_ID, CLIENT_ID = "", CLIENT_SECRET = "", VAULT_FILE = "" } = process.env;
const { LOGIN_URL = "https://login.microsoftonline.com" } = process.env;

/** Stands for your vault: put its calls here. */
const vault = {
  read: () => readFile(VAULT_FILE, "utf8"),
  write: (refreshToken: string) => writeFile(VAULT_FILE, refreshToken),
};

interface TokenResponse {
  access_token: string;
  refresh_token?: string;
}

const response = await fetch(`${LOGIN_URL}/${TENANT_ID}/oauth2/v2.0/token`, {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "refresh_token",
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    refresh_token: await vault.read(),
    scope: "https://api.partnercenter.microsoft.com/user_impersonation offline_access",
  }),
  signal: AbortSignal.timeout(30_000),
});
if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);

const { access_token, refresh_token }: TokenResponse = await response.json();
// Without offline_access in the scope there is none.
if (!refresh_token) throw new Error("The response has no new refresh token.");
await vault.write(refresh_token);
console.log(access_token);

/**
 * Of the service as a whole, by status and code. Sources:
 * https://learn.microsoft.com/partner-center/developer/error-codes
 * https://partner.microsoft.com/blog/article/csp-technical-changes-fy26-q4 (900421, app+user tokens alone)
 */
const hints: Readonly<Record<string, string>> = {
  "401": "get a new token",
  "401 900420": "get a token for https://api.partnercenter.microsoft.com/.default",
  "401 900421": "sign in with MFA again",
  "403 800043": "access to prices is not granted",
};

/** The hint for a status and code, else the one for the status alone, the operation's own first. */
export function findHint(
  status: number,
  code: string | undefined,
  ofOperation: Readonly<Record<string, string>> = {},
): string | undefined {
  // Browsers hide the status of a redirect. 304 is not one.
  if (/^(0$|30[^4])/.test(`${status}`)) return "redirects are not followed";
  return hints[`${status} ${code}`] ?? ofOperation[status] ?? hints[status];
}

/** Of the service as a whole, by status and code. Source: https://learn.microsoft.com/partner-center/developer/error-codes */
const hints: Readonly<Record<string, string>> = {
  "401": "get a new token, with MFA",
  "401 900420": "get a token for https://api.partnercenter.microsoft.com/.default",
  "403 800043": "this partner may not see prices",
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

/** A day, in milliseconds: limits are counted by the minute, so a longer wait is a mistake. */
const longestWait = 86_400_000;

/**
 * How long a response asks to wait, in milliseconds; undefined when it does not say so in a usable way.
 * `retry-after-ms` and `x-ms-retry-after-ms`, which Azure's gateways send, are more exact and count first.
 * `Retry-After` is a number of seconds or an HTTP date, compared with the response's own `Date` where it
 * has one: a wrong clock here does no harm. Unusable are an ISO date, `Infinity`, a negative number, and
 * more than a day.
 * Sources: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3,
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-rest-pipeline/src/retryStrategies/throttlingRetryStrategy.ts
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const retryAfter = headers.get("retry-after");
  const date = readHttpDate(headers.get("date")) ?? now;
  const retryDate = readHttpDate(retryAfter);
  const waits = [
    readNumber(headers.get("retry-after-ms")),
    readNumber(headers.get("x-ms-retry-after-ms")),
    readNumber(retryAfter, 1_000),
    retryDate && Math.max(0, retryDate - date),
  ];
  return waits.find((wait) => wait !== undefined && wait <= longestWait);
}

/** A number in plain digits, times a unit. Reads the first of a header that a proxy doubled: "57, 57". */
function readNumber(value: string | null, unit = 1): number | undefined {
  const digits = /^(\d+(?:\.\d+)?) *(?:,|$)/.exec(value ?? "")?.[1];
  return digits ? Number(digits) * unit : undefined;
}

/** An HTTP date in any of its three forms. `Date.parse` alone takes anything, some as local time. */
function readHttpDate(value: string | null): number | undefined {
  if (!value || !/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  return Date.parse(value.endsWith("GMT") ? value : `${value} GMT`) || undefined;
}

/**
 * How long a `Retry-After` header asks to wait, in milliseconds. A date is compared with the
 * answer's own `Date`, where it has one, so that a wrong clock here does no harm. Anything else, a
 * negative number say, counts as no header.
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  // Forgives what a proxy may have doubled: "57, 57".
  const seconds = parseFloat(value);
  if (seconds >= 0) return seconds * 1000;
  // Date.parse alone would read a date into "-5".
  const date = seconds < 0 ? NaN : Date.parse(value);
  const wait = date - (Date.parse(headers.get("date") ?? "") || now);
  return wait < 0 ? 0 : wait || undefined;
}

import { expect, it } from "vitest";
import { readRetryAfter } from "../../src/transport/retry-after.ts";

const now = Date.parse("Fri, 20 Nov 2026 12:00:00 GMT");
const minuteLater = "Fri, 20 Nov 2026 12:01:00 GMT";

it.each([
  ["57", undefined, 57_000],
  ["0", undefined, 0],
  ["1.5", undefined, 1_500],
  [" 57 , 57", undefined, 57_000],
  ["99999999999999", undefined, 99_999_999_999_999_000],
  ["-5", undefined, undefined],
  ["soon", undefined, undefined],
  ["", undefined, undefined],
  [undefined, undefined, undefined],
  [minuteLater, undefined, 60_000],
  ["Friday, 20-Nov-26 12:01:00 GMT", undefined, 60_000],
  ["Fri, 20 Nov 2026 11:00:00 GMT", undefined, 0],
  // By the service's own clock, whatever ours says.
  [minuteLater, "Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
  [minuteLater, "no date", 60_000],
])("%s with date %s is %s ms", (value, date, expected) => {
  const headers = new Headers();
  if (value !== undefined) headers.set("retry-after", value);
  if (date !== undefined) headers.set("date", date);
  expect(readRetryAfter(headers, now)).toBe(expected);
});

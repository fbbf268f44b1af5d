import { expect, it } from "vitest";
import { readRetryAfter } from "../../src/transport/retry-after.ts";

const now = Date.parse("Fri, 20 Nov 2026 12:00:00 GMT");
const minuteLater = "Fri, 20 Nov 2026 12:01:00 GMT";

it.each([
  ["57", undefined, 57_000],
  ["0", undefined, 0],
  ["1.5", undefined, 1_500],
  [" 57 , 57", undefined, 57_000],
  ["86400", undefined, 86_400_000],
  [minuteLater, undefined, 60_000],
  ["Friday, 20-Nov-26 12:01:00 GMT", undefined, 60_000],
  ["Fri Nov 20 12:01:00 2026", undefined, 60_000],
  ["Fri, 20 Nov 2026 11:00:00 GMT", undefined, 0],
  // By the service's own clock, whatever ours says.
  [minuteLater, "Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
  [minuteLater, "no date", 60_000],
  [minuteLater, "2026-11-20T12:00:30Z", 60_000],
])("%s with date %s is %s ms", (value, date, expected) => {
  const headers = new Headers({ "retry-after": value });
  if (date !== undefined) headers.set("date", date);
  expect(readRetryAfter(headers, now)).toBe(expected);
});

it.each([
  ["", "empty"],
  ["-5", "negative"],
  ["soon", "neither a number nor a date"],
  ["57 s", "a number with a unit"],
  ["1e3", "not written in digits"],
  ["Infinity", "no time at all"],
  ["NaN", "not a number"],
  ["86401", "more than a day"],
  ["99999999999999", "more than a day"],
  ["Sat, 21 Nov 2026 12:00:01 GMT", "more than a day away"],
  ["2026-11-20T12:01:00Z", "an ISO date"],
  ["2026-11-20", "an ISO date"],
])("%s is unusable: %s", (value) => {
  expect(readRetryAfter(new Headers({ "retry-after": value }), now)).toBeUndefined();
});

it("no header asks for no wait", () => {
  expect(readRetryAfter(new Headers(), now)).toBeUndefined();
});

it.each(["retry-after-ms", "x-ms-retry-after-ms"])("%s counts in milliseconds", (name) => {
  expect(readRetryAfter(new Headers({ [name]: "1500" }), now)).toBe(1_500);
  expect(readRetryAfter(new Headers({ [name]: "0" }), now)).toBe(0);
  // It is more exact than whole seconds.
  expect(readRetryAfter(new Headers({ [name]: "1500", "retry-after": "2" }), now)).toBe(1_500);
});

it.each(["-1", "soon", "Infinity", "86400001", minuteLater])(
  "retry-after-ms: %s is unusable, and Retry-After counts",
  (value) => {
    const headers = new Headers({ "retry-after-ms": value });
    expect(readRetryAfter(headers, now)).toBeUndefined();
    headers.set("retry-after", "2");
    expect(readRetryAfter(headers, now)).toBe(2_000);
  },
);

import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseDelay, isWorthRepeating, spreadOut } from "../../src/transport/retry-decision.ts";

it("chooses every wait between minDelay and maxDelay, and below the doubling cap", () => {
  const delays = fc.tuple(fc.nat(60_000), fc.nat(60_000)).map(([a, b]) => ({
    maxRetries: 9,
    minDelay: Math.min(a, b),
    maxDelay: Math.max(a, b),
  }));
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1_000), delays, random, (retry, rules, number) => {
      const delay = chooseDelay(retry, rules, number);
      expect(delay).toBeGreaterThanOrEqual(rules.minDelay);
      expect(delay).toBeLessThanOrEqual(rules.maxDelay);
      expect(delay).toBeLessThanOrEqual(rules.minDelay * 2 ** (retry + 1));
    }),
    { numRuns: 10_000 },
  );
});

it("uses the whole range", () => {
  const rules = { maxRetries: 2, minDelay: 250, maxDelay: 8_000 };
  expect(chooseDelay(0, rules, 0)).toBe(250);
  expect(chooseDelay(0, rules, 1)).toBe(500);
  expect(chooseDelay(3, rules, 1)).toBe(4_000);
  expect(chooseDelay(5, rules, 1)).toBe(8_000);
});

it("repeats outages, and only requests that change nothing", () => {
  const outcomes = [200, 304, 400, 401, 403, 404, 407, 408, 409, 429, 500, 501, 502, 503, 504, 505];
  expect(outcomes.filter((status) => isWorthRepeating("GET", status))).toEqual([
    408, 429, 500, 502, 503, 504,
  ]);
  expect(isWorthRepeating("GET", "attempt")).toBe(true);
  expect(isWorthRepeating("GET", "total")).toBe(false);
  expect(isWorthRepeating("GET", "too-large")).toBe(false);
  expect(isWorthRepeating("GET", "network")).toBe(true);
  const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "FORGET"];
  expect(methods.filter((method) => isWorthRepeating(method, 503))).toEqual([
    "GET",
    "HEAD",
    "OPTIONS",
  ]);
});

it("spreads calls that waited over a tenth of the wait, and over minDelay at least", () => {
  expect(spreadOut(60_000, Infinity, 0, 250)).toBe(60_000);
  expect(spreadOut(60_000, Infinity, 0.5, 250)).toBe(63_000);
  expect(spreadOut(1_000, Infinity, 0.5, 250)).toBe(1_125);
});

it("leaves a call half of its time after the wait, however it is spread", () => {
  expect(spreadOut(60_000, 62_000, 1, 250)).toBe(61_000);
});

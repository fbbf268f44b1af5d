import { expect, it } from "vitest";
import { findHint } from "../src/hints.ts";

it.each([
  [401, undefined, "get a new token"],
  [401, "1", "get a new token"],
  [401, "900420", "get a token for https://api.partnercenter.microsoft.com/.default"],
  [401, "900421", "sign in with MFA again"],
  [403, undefined, undefined],
  [403, "800043", "access to prices is not granted"],
  [404, "20000", "wait"],
  [404, "toString", "wait"],
  [409, "20000", undefined],
  [400, "800043", undefined],
  [0, undefined, "redirects are not followed"],
  [302, undefined, "redirects are not followed"],
  [308, undefined, "redirects are not followed"],
  [304, undefined, undefined],
  [200, "1", undefined],
  [500, undefined, undefined],
])("for %s and code %s: %s", (status, code, hint) => {
  expect(findHint(status, code, { 404: "wait" })).toBe(hint);
});

it("an operation without hints of its own has those of the service", () => {
  expect(findHint(404, "20000")).toBe(undefined);
  expect(findHint(401, undefined)).toBe("get a new token");
});

import { expect, it } from "vitest";
import {
  type Notices,
  notice,
  noticeUnknown,
  tolerateUnknown,
} from "../../src/findings/notices.ts";
import { addBranch, endUnion, startUnion } from "../../src/findings/union.ts";
import type { ValidatorError } from "../../src/findings/validator.ts";

interface Branch {
  errors?: ValidatorError[];
  /** Properties that the branch does not know. */
  unknown?: string[];
  /** How often the branch fits by tolerance alone. */
  tolerated?: number;
}

/** Compares a value at `/thing` with branches called A, B, C. */
function compare(keyword: "oneOf" | "anyOf", branches: Branch[]) {
  const notices: Notices = { found: [{ pointer: "/before", message: "is null" }], tolerated: 0 };
  const union = startUnion(notices);
  for (const { errors = [], unknown = [], tolerated = 0 } of branches) {
    for (const name of unknown) notice(notices, "/thing", "is not in the contract", false, name);
    for (let times = 0; times < tolerated; times++) notice(notices, "/thing", "is null", true);
    addBranch(union, notices, !errors.length, errors, 0);
  }
  const names = ["an A", "a B", "a C"].slice(0, branches.length);
  const errors = endUnion(union, notices, keyword, "/thing", names);
  const write = ({ instancePath, message }: ValidatorError) => `${instancePath} ${message}`;
  return { errors: errors.map(write), notices: notices.found.map(({ pointer }) => pointer) };
}

const wrong = (instancePath: string, keyword?: string): ValidatorError[] => [
  { instancePath, message: "must be string", keyword },
];

it("keeps what was noticed before, and by the branch that fits", () => {
  const branches = [{ errors: wrong("/thing"), unknown: ["a"] }, { unknown: ["b"] }];
  expect(compare("oneOf", branches)).toEqual({ errors: [], notices: ["/before", "/thing/b"] });
});

it("takes for unknown what no branch that fits knows", () => {
  const branches = [{ unknown: ["a", "b"] }, { unknown: ["b", "c"] }];
  expect(compare("anyOf", branches)).toEqual({ errors: [], notices: ["/before", "/thing/b"] });
});

it("calls a value wrong that fits two branches of oneOf, but not by tolerance", () => {
  expect(compare("oneOf", [{}, {}]).errors).toEqual(["/thing must match only one of an A, a B"]);
  expect(compare("anyOf", [{}, {}]).errors).toEqual([]);
  expect(compare("oneOf", [{}, { tolerated: 1 }]).errors).toEqual([]);
  expect(compare("oneOf", [{ tolerated: 1 }, { tolerated: 1 }]).errors).toEqual([]);
});

it("explains by the only branch that is close, else names all", () => {
  const close = { errors: wrong("/thing/name") };
  const far = { errors: wrong("/thing") };
  const other = { errors: wrong("/thing/kind", "const") };
  expect(compare("oneOf", [far, close]).errors).toEqual(["/thing/name must be string"]);
  expect(compare("oneOf", [close, close, far]).errors).toEqual([
    "/thing must match an A or a B or a C",
  ]);
  // A constant one step down tells one kind of object from another.
  expect(compare("anyOf", [other, close]).errors).toEqual(["/thing/name must be string"]);
});

it("takes at most 100 notices, and points to any name", () => {
  const notices: Notices = { found: [], tolerated: 0 };
  const value = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a/${index}~`, 1]));
  noticeUnknown(notices, "", value, new Set(["a/0~"]), false, [/^a\/1~$/]);
  expect(notices.found).toHaveLength(100);
  expect(notices.found[0]?.pointer).toBe("/a~12~0");
});

it("counts properties that a schema around may know, without a notice", () => {
  const notices: Notices = { found: [], tolerated: 0 };
  tolerateUnknown(notices, { known: 1, other: 2 }, new Set(["known"]));
  expect(notices).toEqual({ found: [], tolerated: 1 });
});

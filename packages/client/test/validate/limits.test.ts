import { afterEach, expect, test, vi } from "vitest";
import { inspect, type ValidateOptions, validate } from "../../src/validate/index.ts";
import { getOrder } from "./get-order.ts";

afterEach(() => vi.restoreAllMocks());

test("a warning is one line of at most 2 kB, and notices alone give no warning", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await getOrder({ id: "a", inventedNote: 2 });
  expect(warn).not.toHaveBeenCalled();
  await getOrder({ id: "a", lineItems: new Array(500).fill({ quantity: "2" }) });
  expect(warn).toHaveBeenCalledTimes(1);
  expect(String(warn.mock.calls[0]?.[0]).length).toBeLessThanOrEqual(2_000);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("mine");
    },
  ],
  ["rejects", () => Promise.reject(new Error("mine"))],
])("a report that %s fails no call", async (_how, report) => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", listen);
  expect((await getOrder({ id: 1 }, { report })).data).toEqual({ id: 1 });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", listen);
  expect(unhandled).toEqual([]);
  const error = await getOrder({ id: 1 }, { mode: "throw", report }).catch((thrown) => thrown);
  expect(error).toMatchObject({ kind: "invalid-response", violations: [{ pointer: "/id" }] });
});

test.each(["throw", null, { mode: "trow" }, { mode: 5 }, { report: "console.log" }])(
  "validate refuses %j for its options",
  (options) => {
    // Callers in plain JavaScript may give anything.
    expect(() => validate(options as ValidateOptions)).toThrow(TypeError);
  },
);

const many = <Part>(part: Part): Part[] => new Array(20_000).fill(part);

test.each<[string, unknown]>([
  ["wrong lines", { lineItems: many(1) }],
  ["null for lines", { lineItems: many(null) }],
  ["lines with wrong properties", { lineItems: many({ quantity: "5", offerId: 1, links: 2 }) }],
  ["wrong strings of a line", { lineItems: [{ additionalPartnerIdsOnRecord: many(1) }] }],
  ["wrong headers of a link", { links: { self: { headers: many({ key: 1 }) } } }],
  [
    "wrong values of a map",
    { lineItems: [{ provisioningContext: Object.fromEntries(many(1).map((one, n) => [n, one])) }] },
  ],
])("100 violations are enough: %s", (_what, order) => {
  const { violations, notices } = inspect("Order", order);
  expect([violations.length, notices.length]).toEqual([100, 0]);
});

test.each<[string, object, string]>([
  [
    "unknown properties",
    Object.fromEntries(many(1).map((one, n) => [`invented${n}`, one])),
    "is not in the contract",
  ],
  [
    "lines with unknown properties",
    { lineItems: many({ inventedNote: 1 }) },
    "is not in the contract",
  ],
  ["lines with nulls", { lineItems: many({ pricing: null }) }, "is null"],
])("no number of notices hides a violation: %s", (_what, order, message) => {
  const { violations, notices } = inspect("Order", { ...order, id: 7, transactionType: 8 });
  expect(violations.map(({ pointer }) => pointer)).toEqual(["/id", "/transactionType"]);
  expect(notices).toHaveLength(98);
  expect(notices.every((notice) => notice.message === message)).toBe(true);
  const late = { lineItems: [...many({ inventedNote: 1, pricing: null }), { quantity: "5" }] };
  expect(inspect("Order", late).violations).toEqual([
    { pointer: "/lineItems/20000/quantity", message: "must be integer" },
  ]);
});

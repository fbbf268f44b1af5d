import { describe, expect, it } from "vitest";
import { createPauses } from "../../src/transport/pauses.ts";
import { createFakeEnvironment } from "../fake-environment.ts";

const origin = "https://example.com";

function create(baseUrl = origin) {
  const environment = createFakeEnvironment();
  const ends = new Map<string | undefined, number>();
  const pauses = createPauses(environment, baseUrl, ends);
  const order = (customer: string) => `${baseUrl}/v1/customers/${customer}/orders/1`;
  return { environment, pauses, ends, order };
}

describe("a customer who has to wait", () => {
  it("waits until the later end, whichever was asked for first", async () => {
    const { environment, pauses, order } = create();
    pauses.add(order("a"), 60_000);
    pauses.add(order("A"), 2_000);
    expect(pauses.remaining(order("a"))).toBe(60_000);
    await environment.pass(50_000);
    pauses.add(order("a"), 30_000);
    expect(pauses.remaining(order("a"))).toBe(30_000);
  });

  it("waits alone", () => {
    const { pauses, order } = create();
    pauses.add(order("a"), 60_000);
    expect(pauses.remaining(order("b"))).toBe(0);
    expect(pauses.remaining(`${origin}/v1/orders`)).toBe(0);
  });
});

describe("once a second customer is refused meanwhile", () => {
  it("all wait until the latest end", async () => {
    const { environment, pauses, order } = create();
    pauses.add(order("a"), 60_000);
    pauses.add(order("b"), 10_000);
    for (const url of [order("a"), order("b"), order("c"), `${origin}/v1/orders`]) {
      expect(pauses.remaining(url)).toBe(60_000);
    }
    // Also when the pause of one of them is over.
    await environment.pass(20_000);
    expect(pauses.remaining(order("c"))).toBe(40_000);
    await environment.pass(40_000);
    expect(pauses.remaining(order("a"))).toBe(0);
    expect(pauses.remaining(order("c"))).toBe(0);
  });

  it("all wait, also when the second refusal names no time", () => {
    const { pauses, order } = create();
    pauses.add(order("a"), 60_000);
    pauses.add(order("b"), 0);
    expect(pauses.remaining(order("c"))).toBe(60_000);
  });

  it("a later refusal prolongs the wait of all", async () => {
    const { environment, pauses, order } = create();
    pauses.add(order("a"), 10_000);
    pauses.add(order("b"), 10_000);
    await environment.pass(5_000);
    pauses.add(order("b"), 20_000);
    expect(pauses.remaining(order("c"))).toBe(20_000);
  });
});

it("a pause that has ended counts no longer as one meanwhile", async () => {
  const { environment, pauses, order } = create();
  pauses.add(order("a"), 10_000);
  await environment.pass(10_000);
  pauses.add(order("b"), 60_000);
  expect(pauses.remaining(order("c"))).toBe(0);
});

it("pauses that have ended are forgotten", async () => {
  const { environment, pauses, ends, order } = create();
  for (let customer = 0; customer < 1_000; customer += 1) pauses.add(order(`${customer}`), 1_000);
  expect(ends.size).toBe(1_000);
  await environment.pass(1_000);
  expect(pauses.remaining(order("another"))).toBe(0);
  expect(ends.size).toBe(0);
  for (let customer = 0; customer < 1_000; customer += 1) {
    pauses.add(order(`${customer}`), 1_000);
    await environment.pass(1_000);
  }
  expect(ends.size).toBe(1);
});

describe("a customer is named by the path behind the version alone", () => {
  const nobody = `${origin}/v1/orders`;

  it.each([
    "/v1/customers/abc",
    "/v1/customers/ABC/orders/1",
    "/v2.1/Customers/abc?include_price=true",
    "/v1/customers/abc#top",
  ])("%s names abc", (path) => {
    const { pauses, order } = create();
    pauses.add(origin + path, 60_000);
    expect(pauses.remaining(order("abc"))).toBe(60_000);
    expect(pauses.remaining(nobody)).toBe(0);
  });

  it.each([
    "/v1/orders?filter=/customers/abc",
    "/v1/orders?filter=/v1/customers/abc",
    "/v1/orders#/v1/customers/abc",
    "/v1/invoices/customers/abc",
    "/customers/abc",
    "/v1/customers",
    "/v1/customers?size=40",
    "/v1/customers/?size=40",
  ])("%s names none", (path) => {
    const { pauses, order } = create();
    pauses.add(origin + path, 60_000);
    expect(pauses.remaining(order("abc"))).toBe(0);
    expect(pauses.remaining(nobody)).toBe(60_000);
  });

  it("a base path names none, whatever it says", () => {
    const baseUrl = `${origin}/v1/customers/gateway`;
    const { pauses, order } = create(baseUrl);
    pauses.add(order("a"), 60_000);
    expect(pauses.remaining(order("a"))).toBe(60_000);
    expect(pauses.remaining(order("b"))).toBe(0);
    // Beside the base path, as createFetch may call it.
    expect(pauses.remaining(`${origin}/v1/customers/a`)).toBe(0);
  });
});

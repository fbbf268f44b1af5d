import { expect, it } from "vitest";
import { createRetryBudget } from "../../src/transport/retry-budget.ts";
import { createFakeEnvironment } from "../fake-environment.ts";

/** Spends all that a budget has, and says how much that was. */
function spendAll(budget: ReturnType<typeof createRetryBudget>): number {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
}

it("has 100 retries to begin with", () => {
  expect(spendAll(createRetryBudget(createFakeEnvironment()))).toBe(100);
});

it("gets its retry back from a call that a retry saved, else a fifth", () => {
  const budget = createRetryBudget(createFakeEnvironment());
  spendAll(budget);
  budget.earn(2);
  expect(spendAll(budget)).toBe(1);
  for (let call = 0; call < 4; call += 1) budget.earn(0);
  expect(spendAll(budget)).toBe(0);
  budget.earn(0);
  expect(spendAll(budget)).toBe(1);
});

it("gets one retry a second, and a part of one in a part of a second", async () => {
  const environment = createFakeEnvironment();
  const budget = createRetryBudget(environment);
  spendAll(budget);
  await environment.pass(999);
  expect(spendAll(budget)).toBe(0);
  await environment.pass(1);
  expect(spendAll(budget)).toBe(1);
  await environment.pass(30_000);
  expect(spendAll(budget)).toBe(30);
});

it("never saves up more than 100", async () => {
  const environment = createFakeEnvironment();
  const budget = createRetryBudget(environment);
  for (let call = 0; call < 50; call += 1) budget.earn(1);
  await environment.pass(3_600_000);
  expect(spendAll(budget)).toBe(100);
});

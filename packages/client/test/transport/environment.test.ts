import { expect, it } from "vitest";
import { realEnvironment } from "../../src/transport/environment.ts";

it("has the platform's own clocks, timers and random numbers", async () => {
  const { now, date, random, newId, after } = realEnvironment;
  expect(Math.abs(date() - Date.now())).toBeLessThan(1_000);
  expect(now()).toBeLessThanOrEqual(performance.now());
  expect(random()).toBeLessThan(1);
  expect(newId()).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  let late = false;
  const cancel = after(0, () => {
    late = true;
  });
  cancel();
  await new Promise<void>((resolve) => after(1, resolve));
  expect(late).toBe(false);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { realEnvironment } from "../../client/src/transport/environment.ts";
import { createPauses } from "../../client/src/transport/pauses.ts";
import { readRetryAfter } from "../../client/src/transport/retry-after.ts";
import { largestBudget } from "../../client/src/transport/retry-budget.ts";
import { isWorthRepeating } from "../../client/src/transport/retry-decision.ts";
import { readSettings } from "../../client/src/transport/settings.ts";

/** The prose of a file, given from the root, as one line. */
const read = (path: string) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8").replace(/\s+/g, " ");

const guide = (language: string) => read(`packages/docs/content/${language}/throttling.md`);

test.each([
  "After a 429, calls for the same customer wait until the pause ends, and those for other customers go on.",
  "Once a second customer is refused during a pause, all calls of the client wait.",
  "A call that succeeds after a retry gives one back, any other success a fifth of one, and each second adds one.",
])("the client's README and the throttling guide say the same: %s", (sentence) => {
  expect(read("packages/client/README.md")).toContain(sentence);
  expect(guide("en")).toContain(sentence);
});

describe.each([
  { language: "en", minutes: "minutes", retries: "retries", day: "a day" },
  { language: "pl", minutes: "minut", retries: "ponowień", day: "doba" },
])("the throttling guide in $language has the client's", ({ language, minutes, retries, day }) => {
  const { retry, timeout } = readSettings({ credential: "token" }, realEnvironment);

  test.each([
    ["`retry.maxRetries`", `${retry.maxRetries}`],
    ["`retry.minDelay`, `maxDelay`", `${retry.minDelay}, ${retry.maxDelay} ms`],
    ["`timeout.attempt`", `${timeout.attempt / 1000} s`],
    ["`timeout.total`", `${timeout.total / 1000} s`],
  ])("default of %s", (option, value) => {
    expect(guide(language)).toContain(`| ${option} | ${value} |`);
  });

  test("retries of 408, 429 and failures of the server", () => {
    const statuses = Array.from({ length: 500 }, (_, index) => 100 + index);
    const retried = statuses.filter((status) => isWorthRepeating("GET", status));
    expect(guide(language)).toContain(` ${retried.join(", ")}, `);
  });

  test("budget of retries", () => {
    expect(guide(language)).toContain(` ${largestBudget} ${retries}`);
  });

  test("longest pause", () => {
    const url = "https://example.com/v1/customers/1/orders/2";
    const pauses = createPauses({ ...realEnvironment, now: () => 0 }, "https://example.com");
    pauses.add(url, Number.MAX_SAFE_INTEGER);
    expect(guide(language)).toContain(` ${pauses.remaining(url) / 60_000} ${minutes}`);
  });

  test("longest Retry-After", () => {
    const wait = (seconds: number) => {
      return readRetryAfter(new Headers({ "retry-after": `${seconds}` }), 0);
    };
    expect([wait(86_400), wait(86_401)]).toEqual([86_400_000, undefined]);
    expect(guide(language)).toContain(day);
  });
});

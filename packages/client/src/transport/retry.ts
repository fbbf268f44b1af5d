import type { RetryEvent } from "../events.ts";
import { parseObject } from "../fault.ts";
import { type Answer, createAnswer } from "./answer.ts";
import type { Call, Send } from "./call.ts";
import { remainingOf } from "./deadline.ts";
import { createPauses } from "./pauses.ts";
import { report } from "./report.ts";
import { readRetryAfter } from "./retry-after.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { drawDelay, isWorthRepeating, type Outcome, spreadOut } from "./retry-decision.ts";
import type { Settings } from "./settings.ts";
import { sleep } from "./wait.ts";

/** Repeats failed requests, and keeps calls back while the service asks to wait. */
export function withRetry(
  next: Send,
  { environment, retry: rules }: Settings,
  baseUrl: string,
): Send {
  const budget = createRetryBudget(environment);
  const pauses = createPauses(environment, baseUrl);

  const spread = (call: Call, wait: number, chance: number): number =>
    spreadOut(wait, remainingOf(call), chance, rules.minDelay);

  const wait = (call: Call, delayMs: number, reason: RetryEvent["reason"]): Promise<void> => {
    report(call, { type: "retry", delayMs, reason });
    return sleep(call, delayMs);
  };

  return async (call) => {
    for (let retries = 0; ; ) {
      const pause = pauses.remaining(call.request.url);
      if (pause) {
        if (pause >= remainingOf(call)) return unsent(pause);
        await wait(call, spread(call, pause, environment.random()), "pause");
        continue;
      }

      let answer: Answer | undefined;
      let error: unknown;
      let retryAfterMs = 0;
      try {
        answer = await next(call);
        if (answer.ok) {
          budget.earn(retries);
          return answer;
        }
        retryAfterMs = readRetryAfter(answer.headers, environment.date()) ?? 0;
        if (answer.status === 429) pauses.add(call.request.url, retryAfterMs);
      } catch (caught) {
        error = caught;
      }

      const { kind, scope, reason } = Object(error);
      const outcome: Outcome = answer?.status ?? scope ?? reason;
      // Another call may have been told to wait longer.
      const askedMs = Math.max(retryAfterMs, pauses.remaining(call.request.url));
      const chance = environment.random();
      const delayMs = Math.max(spread(call, askedMs, chance), drawDelay(retries, rules, chance));
      const repeat =
        retries < rules.maxRetries &&
        isWorthRepeating(call.request.method, outcome) &&
        parseObject(answer?.text())?.isRetryable !== false &&
        delayMs < remainingOf(call) &&
        budget.spend();
      if (!repeat) return answer ?? Promise.reject(error);
      await wait(call, delayMs, answer?.status ?? kind);
      retries += 1;
    }
  };
}

/** The answer to a call that is not sent. */
function unsent(pause: number): Answer {
  const response = new Response(null, {
    status: 429,
    statusText: "Not sent yet",
    headers: { "retry-after": `${Math.ceil(pause / 1000)}` },
  });
  return createAnswer(response, new Uint8Array());
}

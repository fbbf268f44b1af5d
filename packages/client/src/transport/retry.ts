import type { RetryEvent } from "../events.ts";
import { parseJson } from "../fault.ts";
import { type Call, report, type Send } from "./call.ts";
import { createPauses } from "./pauses.ts";
import { type CompleteResponse, completeResponse } from "./response.ts";
import { readRetryAfter } from "./retry-after.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { chooseDelay, isWorthRepeating, type Outcome, spreadOut } from "./retry-decision.ts";
import type { Settings } from "./settings.ts";
import { remainingOf, sleep } from "./wait.ts";

/** Repeats failed requests, and keeps calls back while the service asks to wait. */
export function withRetry(next: Send, settings: Settings, baseUrl: string): Send {
  const { environment, retry: rules } = settings;
  const budget = createRetryBudget(environment);
  const pauses = createPauses(environment, baseUrl);

  const wait = (call: Call, delayMs: number, reason: RetryEvent["reason"]): Promise<void> => {
    report(call, { type: "retry", delayMs, reason });
    return sleep(call, delayMs);
  };

  return async (call) => {
    for (let retries = 0; ; ) {
      const pause = pauses.remaining(call.request.url);
      if (pause) {
        const left = remainingOf(call);
        if (pause >= left) return unsent(pause);
        await wait(call, spreadOut(pause, left, environment.random(), rules.minDelay), "pause");
        continue;
      }

      let response: CompleteResponse | undefined;
      let error: unknown;
      let retryAfterMs = 0;
      try {
        response = await next(call);
        if (response.ok) {
          budget.earn(retries);
          return response;
        }
        retryAfterMs = readRetryAfter(response.headers, environment.date()) ?? 0;
        if (response.status === 429) pauses.add(call.request.url, retryAfterMs);
      } catch (caught) {
        error = caught;
      }

      const { kind, scope, reason } = Object(error);
      const outcome: Outcome = response?.status ?? scope ?? reason;
      // Another call may have been told to wait longer.
      const askedMs = Math.max(retryAfterMs, pauses.remaining(call.request.url));
      const random = environment.random();
      const left = remainingOf(call);
      const delayMs = Math.max(
        spreadOut(askedMs, left, random, rules.minDelay),
        chooseDelay(retries, rules, random),
      );
      const repeat =
        retries < rules.maxRetries &&
        isWorthRepeating(call.request.method, outcome) &&
        Object(parseJson(response?.text())).isRetryable !== false &&
        delayMs < left &&
        budget.spend();
      if (!repeat) return response ?? Promise.reject(error);
      await wait(call, delayMs, response?.status ?? kind);
      retries += 1;
    }
  };
}

/** The response to a call that is not sent. */
function unsent(pause: number): CompleteResponse {
  const statusText = "Not sent yet";
  const headers = { "retry-after": `${Math.ceil(pause / 1000)}` };
  const response = new Response(null, { status: 429, statusText, headers });
  return completeResponse(response, new Uint8Array());
}

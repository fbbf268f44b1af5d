import { ConnectionError, isPartnerCenterError } from "../errors.ts";
import { type RedactedCause, redactCause } from "../redact.ts";
import { throwIfAborted } from "./abort.ts";
import { type Answer, createAnswer } from "./answer.ts";
import { type Call, factsOf, redactFor } from "./call.ts";
import { remainingOf, throwTimeout } from "./deadline.ts";
import { abandon, type Reading, readBody } from "./read-body.ts";
import { report } from "./report.ts";
import { nextRequestId } from "./request-id.ts";
import { findFlaw } from "./response.ts";
import { waitFor } from "./wait.ts";

/**
 * The lowest layer: one request, its answer and its whole body, within the limit of an attempt and
 * what is left of the call. One timer and one signal serve both limits and the caller's own signal.
 */
export async function attempt(call: Call): Promise<Answer> {
  throwIfAborted(call);
  call.requestId = nextRequestId(call.requestId, call.answered, call.settings.environment.newId);
  call.answered = false;
  call.attempts += 1;
  report(call, { type: "request" });
  const remaining = remainingOf(call);
  const limit = call.timeout.attempt;
  const controller = new AbortController();
  const reading: Reading = {};
  try {
    const answer = await waitFor(
      call,
      Math.min(limit, remaining),
      () => exchange(call, controller.signal, reading),
      () => throwTimeout(call, limit < remaining ? "attempt" : "total"),
      () => {
        controller.abort();
        abandon(reading);
      },
    );
    call.answered = true;
    report(call, { type: "response", status: answer.status }, answer);
    return answer;
  } catch (error) {
    throwIfAborted(call);
    if (isPartnerCenterError(error)) throw error;
    const cause = redactCause(error, redactFor(call));
    throw connectionError(call, "network", cause.message, cause);
  }
}

async function exchange(call: Call, signal: AbortSignal, reading: Reading): Promise<Answer> {
  // Called without `this`: the platform's fetch refuses one, and a custom one shall not see settings.
  const { fetch, maxBodySize } = call.settings;
  const { url, method, headers, body, options } = call.request;
  const response = await fetch(url, {
    ...options,
    method,
    headers: {
      ...call.settings.headers,
      ...headers,
      "ms-correlationid": call.correlationId,
      "ms-requestid": call.requestId,
      authorization: `Bearer ${call.token}`,
    },
    body: body?.byteLength ? body : null,
    // A redirect could lead the token anywhere.
    redirect: "manual",
    signal,
  });
  const flaw = findFlaw(response);
  if (flaw) throw notAResponse(call, `, not ${flaw}`);
  const bytes = await readBody(response, reading, maxBodySize);
  if (bytes === "not-bytes") throw notAResponse(call, " whose body is bytes");
  if (bytes === "too-large") {
    const problem = `the body is larger than maxBodySize, ${maxBodySize} bytes`;
    throw connectionError(call, "too-large", problem);
  }
  return createAnswer(response, bytes);
}

const notAResponse = (call: Call, problem: string) =>
  connectionError(call, "not-a-response", `fetch must return a Response${problem}`);

function connectionError(
  call: Call,
  reason: ConnectionError["reason"],
  problem: string,
  cause?: RedactedCause,
): ConnectionError {
  const message = `no complete response: ${problem}`;
  return new ConnectionError(message, { ...factsOf(call), reason, code: cause?.code }, cause);
}

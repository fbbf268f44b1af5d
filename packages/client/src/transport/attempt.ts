import { ConnectionError, isPartnerCenterError } from "../errors.ts";
import { type RedactedCause, redactCause } from "../redact.ts";
import { type Answer, createAnswer } from "./answer.ts";
import { type Call, factsOf, redactFor } from "./call.ts";
import { remainingOf, throwTimeout } from "./deadline.ts";
import { cancel, type Reading, readBody } from "./read-body.ts";
import { report } from "./report.ts";
import { nextRequestId } from "./request-id.ts";
import { waitFor } from "./wait.ts";

/**
 * The lowest layer: one request, its answer and its whole body, within the limit of an attempt and
 * what is left of the call. One timer and one signal serve both limits and the caller's own signal.
 */
export async function attempt(call: Call): Promise<Answer> {
  call.signal?.throwIfAborted();
  call.requestId = nextRequestId(call.requestId, call.answered, call.settings.environment.newId);
  call.answered = false;
  call.attempts += 1;
  report(call, { type: "request" });
  const remaining = remainingOf(call);
  const limit = call.timeout.attempt;
  const controller = new AbortController();
  const reading: Reading = { signal: controller.signal };
  try {
    const answer = await waitFor(
      call,
      Math.min(limit, remaining),
      () => exchange(call, reading),
      () => throwTimeout(call, limit < remaining ? "attempt" : "total"),
      () => {
        controller.abort();
        cancel(reading.reader);
      },
    );
    call.answered = true;
    report(call, { type: "response", status: answer.status }, answer);
    return answer;
  } catch (error) {
    call.signal?.throwIfAborted();
    if (isPartnerCenterError(error)) throw error;
    throw connectionError(call, "network", redactCause(error, redactFor(call)));
  }
}

async function exchange(call: Call, reading: Reading): Promise<Answer> {
  const { url, method, headers, body } = call.request;
  const response = await call.settings.fetch(url, {
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
    signal: reading.signal,
  });
  const bytes = await readBody(response, reading);
  if (!bytes) throw connectionError(call, "too-large");
  return createAnswer(response, bytes);
}

function connectionError(call: Call, reason: ConnectionError["reason"], cause?: RedactedCause) {
  const message = `no complete answer: ${cause?.message ?? reason}`;
  return new ConnectionError(message, { ...factsOf(call), reason, code: cause?.code }, cause);
}

import { ConnectionError, isPartnerCenterError } from "../errors.ts";
import { type RedactedCause, redactCause } from "../redact.ts";
import { throwIfAborted } from "./abort.ts";
import { type Call, factsOf, nextRequestId, redactFor, report } from "./call.ts";
import { abandon, type Reading, readBody } from "./read-body.ts";
import { type CompleteResponse, completeResponse, findFlaw } from "./response.ts";
import { remainingOf, throwTimeout, waitFor } from "./wait.ts";

/** The lowest layer: one request with its whole body. One timer and one signal serve all limits. */
export async function attempt(call: Call): Promise<CompleteResponse> {
  throwIfAborted(call);
  call.requestId = nextRequestId(call);
  call.hasResponse = false;
  call.attempts += 1;
  report(call, { type: "request" });
  const remaining = remainingOf(call);
  const limit = call.timeout.attempt;
  const controller = new AbortController();
  const reading: Reading = {};
  try {
    const response = await waitFor(
      call,
      Math.min(limit, remaining),
      () => exchange(call, controller.signal, reading),
      () => throwTimeout(call, limit < remaining ? "attempt" : "total"),
      () => {
        controller.abort();
        abandon(reading);
      },
    );
    call.hasResponse = true;
    report(call, { type: "response", status: response.status }, response);
    return response;
  } catch (error) {
    throwIfAborted(call);
    if (isPartnerCenterError(error)) throw error;
    const cause = redactCause(error, redactFor(call));
    throw connectionError(call, "network", cause.message, cause);
  }
}

async function exchange(call: Call, signal: AbortSignal, reading: Reading) {
  // Called without `this`: the platform's fetch refuses one, and a custom one must not see settings.
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
  const need = "fetch must return a Response";
  const flaw = findFlaw(response);
  if (flaw) throw connectionError(call, "not-a-response", `${need}, not ${flaw}`);
  const bytes = await readBody(response, reading, maxBodySize);
  if (bytes === "not-bytes") {
    throw connectionError(call, "not-a-response", `${need} whose body is bytes`);
  }
  if (bytes === "too-large") {
    const problem = `the body is larger than maxBodySize, ${maxBodySize} bytes`;
    throw connectionError(call, "too-large", problem);
  }
  return completeResponse(response, bytes);
}

function connectionError(
  call: Call,
  reason: ConnectionError["reason"],
  problem: string,
  cause?: RedactedCause,
): ConnectionError {
  const details = { ...factsOf(call), reason, code: cause?.code };
  return new ConnectionError(`no complete response: ${problem}`, details, cause);
}

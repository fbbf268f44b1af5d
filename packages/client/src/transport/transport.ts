import { check, isHeaderSafe, mustBe } from "../arguments.ts";
import { isPartnerCenterError } from "../errors.ts";
import type { AbortSignalLike, CallOptions, FetchOptions } from "../options.ts";
import { readServiceAddress } from "../service-address.ts";
import { Aborted, reasonOf } from "./abort.ts";
import { attempt } from "./attempt.ts";
import { withAuth } from "./auth.ts";
import { type Call, type RequestParts, report } from "./call.ts";
import type { Environment } from "./environment.ts";
import type { CompleteResponse } from "./response.ts";
import { withRetry } from "./retry.ts";
import { readSettings, readTimeouts } from "./settings.ts";
import { createTokenSource } from "./token-source.ts";

/** Sends the request of a call. */
export type SendRequest = (request: RequestParts) => Promise<CompleteResponse>;

/** Carries out a call: `operation` makes the request and sends it, `read` makes sense of the response. */
export type Transport = <Outcome>(
  options: CallOptions,
  operation: (send: SendRequest, call: Call) => Promise<CompleteResponse>,
  read: (response: CompleteResponse, call: Call) => Outcome,
) => Promise<Outcome>;

/**
 * The way of every request: retry ▸ auth ▸ attempt ▸ fetch, under the deadline of the call. It resolves
 * for every status, and rejects with timeout, connection, credential and argument errors, and the reason
 * of the caller's signal. Tokens, pauses and the retry budget belong to one client.
 */
export function createTransport(options: FetchOptions, environment: Environment): Transport {
  const settings = readSettings(options, environment);
  const { baseUrl } = readServiceAddress(options);
  const send = withRetry(withAuth(attempt, createTokenSource(settings)), settings, baseUrl);

  return async ({ signal, timeout, correlationId, requestId }, operation, read) => {
    const call: Call = {
      settings,
      request: { url: baseUrl, method: "GET" },
      signal: readSignal(signal),
      timeout: timeout === undefined ? settings.timeout : readTimeouts(timeout, settings.timeout),
      correlationId: readId("correlationId", correlationId) ?? environment.newId(),
      requestId: readId("requestId", requestId) ?? environment.newId(),
      attempts: 0,
      startedAt: environment.now(),
      secrets: [],
    };
    try {
      const response = await operation((request) => {
        call.request = request;
        return send(call);
      }, call);
      return read(response, call);
    } catch (error) {
      const known = isPartnerCenterError(error) ? error : undefined;
      report(call, { type: "error", kind: known?.kind ?? "aborted", error: known });
      throw error instanceof Aborted ? reasonOf(error) : error;
    }
  };
}

/** An id that the caller may have given. */
function readId(argument: string, given: string | undefined): string | undefined {
  if (given == null) return undefined;
  mustBe(typeof given === "string", argument, "a string such as a GUID", given);
  check(isHeaderSafe(given), argument, "must be visible ASCII characters, such as a GUID");
  return given;
}

/** A signal, from a polyfill too, that the caller may have given. */
function readSignal(signal: AbortSignalLike | undefined): AbortSignalLike | undefined {
  if (signal == null) return undefined;
  const { aborted, addEventListener, removeEventListener } = signal;
  const listens = [addEventListener, removeEventListener].every((f) => typeof f === "function");
  const isUsable = typeof aborted === "boolean" && listens;
  mustBe(isUsable, "signal", "an AbortSignal such as controller.signal", signal);
  return signal;
}

import { isOptions, mustBe } from "./arguments.ts";
import type { Client } from "./generated/client.ts";
import { operations } from "./generated/operations.ts";
import { prepareRequests } from "./openapi.ts";
import { type Operation, readArguments } from "./operation.ts";
import type { CallOptions, ClientOptions } from "./options.ts";
import { readResult } from "./result.ts";
import { readServiceAddress } from "./service-address.ts";
import { type Environment, realEnvironment } from "./transport/environment.ts";
import { createTransport } from "./transport/transport.ts";

/**
 * Makes a client. It keeps tokens, pauses and a retry budget, so make one and use it for all calls.
 * @throws ArgumentError when an option cannot be used
 * @example
 * import { ClientSecretCredential } from "@azure/identity";
 *
 * const client = createClient({
 *   credential: new ClientSecretCredential(tenantId, clientId, clientSecret),
 * });
 */
export function createClient(options: ClientOptions): Client;
/** @internal With a clock and random numbers of the caller's. */
export function createClient(options: ClientOptions, environment: Environment): Client;
export function createClient(options: ClientOptions, environment = realEnvironment): Client {
  const transport = createTransport(options, environment);
  const { baseUrl, apiVersion } = readServiceAddress(options);
  const request = prepareRequests(baseUrl);
  const validate = readValidate(options.validate);

  const prepare = (name: string, operation: Operation) => {
    return async (parameters?: unknown, callOptions: CallOptions = {}) => {
      const values = readArguments(operation, parameters, apiVersion);
      mustBe(isOptions(callOptions), "options", "an object such as { signal }", callOptions);
      return transport(
        callOptions,
        (send) => request(operation, values, send),
        (response, call) => readResult(response, call, name, operation, validate),
      );
    };
  };
  const entries = Object.entries(operations);
  const calls = entries.map(([name, operation]) => [name, prepare(name, operation)]);
  // Client and operations are generated from one contract, and the compiler compares their names.
  return Object.fromEntries(calls) as Client;
}

/** Refuses `validate` itself in place of what it returns: nothing would be compared. */
function readValidate(validate: ClientOptions["validate"]): ClientOptions["validate"] {
  const isFactory = Symbol.for("PartnerCenterValidate") in Object(validate);
  const isUsable = validate === undefined || (typeof validate === "function" && !isFactory);
  const form = "what validate() returns, as in { validate: validate() }";
  mustBe(isUsable, "validate", form, validate);
  return validate;
}

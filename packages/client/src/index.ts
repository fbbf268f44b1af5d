/**
 * A client for Partner Center's "Get an order by ID".
 *
 * Left out on purpose: the transport's layers and their clock, and the library that builds
 * addresses: both may change at any time.
 *
 * @packageDocumentation
 */
export type { Client, GetOrderArguments } from "./client.ts";
export { createClient } from "./client.ts";
export type { FetchFunction } from "./create-fetch.ts";
export { createFetch } from "./create-fetch.ts";
export type { AccessToken, Credential, TokenCredential } from "./credential.ts";
export type {
  ApiErrorDetails,
  ArgumentDetails,
  CallFacts,
  ConnectionDetails,
  InvalidResponseDetails,
  TimeoutDetails,
} from "./error-details.ts";
export type { AnyPartnerCenterError, ErrorKind } from "./errors.ts";
export {
  ApiError,
  ArgumentError,
  ConnectionError,
  CredentialError,
  InvalidResponseError,
  isApiError,
  isArgumentError,
  isConnectionError,
  isCredentialError,
  isInvalidResponseError,
  isPartnerCenterError,
  isTimeoutError,
  PartnerCenterError,
  TimeoutError,
} from "./errors.ts";
export type {
  CallEvent,
  ClientEvent,
  FailureEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  TokenEvent,
} from "./events.ts";
export { resolveLink } from "./links.ts";
export type {
  AbortSignalLike,
  CallOptions,
  ClientOptions,
  FetchLike,
  FetchOptions,
  RetryOptions,
  ServiceOptions,
  TimeoutOptions,
  Violation,
} from "./options.ts";
export type { OrderProgress } from "./order-status.ts";
export { classifyOrderStatus } from "./order-status.ts";
export type { Result } from "./result.ts";

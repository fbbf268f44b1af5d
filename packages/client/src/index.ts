/**
 * A client for Partner Center's "Get an order by ID". Left out on purpose, as they may change: the layers
 * of the transport with their clock, and the library that builds addresses.
 * @packageDocumentation
 */
export { type CallFacts, type ErrorKind, PartnerCenterError } from "./base-error.ts";
export { createClient } from "./client.ts";
export { createFetch, type FetchFunction } from "./create-fetch.ts";
export type { AccessToken, Credential, TokenCredential } from "./credential.ts";
export {
  type AnyPartnerCenterError,
  ApiError,
  type ApiErrorDetails,
  type ArgumentDetails,
  ArgumentError,
  type ConnectionDetails,
  ConnectionError,
  CredentialError,
  type InvalidResponseDetails,
  InvalidResponseError,
  isApiError,
  isArgumentError,
  isConnectionError,
  isCredentialError,
  isInvalidResponseError,
  isPartnerCenterError,
  isTimeoutError,
  type TimeoutDetails,
  TimeoutError,
  type Violation,
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
export type * from "./generated/client.ts";
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
} from "./options.ts";
export { classifyOrderStatus, type OrderProgress } from "./order-status.ts";
export type { Result } from "./result.ts";

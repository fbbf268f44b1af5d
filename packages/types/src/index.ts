/**
 * What the contract says, as TypeScript: every schema by its own name, the shapes of each
 * operation, the known values of the open enums, and the contract's version.
 *
 * All of it is generated, so that a schema added to the contract needs no line here. Left out on
 * purpose: anything that makes requests, which is `@partner-center/client`.
 *
 * @packageDocumentation
 */
export * from "./openapi.ts";

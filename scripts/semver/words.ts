/** Which words of a judge stand for which line of policy.md. `*` is any text. */
import type { Judge } from "./policy.ts";

/**
 * - redocly: its diff rules; for what no rule names `added`, `removed` or `modified` with the kind of
 *   object and the keyword
 * - oasdiff: its checks, each after its level
 * - types: the words of judges/types.ts
 */
export const words: Record<string, Partial<Record<Judge, string[]>>> = {
  "type-removed": { types: ["export-removed", "component-removed"] },
  "operation-renamed": {
    redocly: ["operation-id-changed"],
    oasdiff: ["info api-operation-id-removed"],
    types: ["operation-removed"],
  },
  "path-renamed": {
    redocly: ["modified PathItem.key", "modified Parameter.name"],
  },
  "operation-removed": {
    redocly: ["path-removed", "operation-removed"],
    oasdiff: ["* api-path-removed-*", "* api-removed-*", "error webhook-removed"],
    types: ["path-removed", "method-removed"],
  },
  "parameter-removed": {
    redocly: ["parameter-removed"],
    oasdiff: ["* request-parameter-removed*"],
    types: ["parameter-removed"],
  },
  "parameter-required": {
    redocly: [
      "parameter-became-required",
      "request-body-became-required",
      "required-properties-added",
    ],
    oasdiff: [
      "error new-required-request-*",
      "error new-request-path-parameter",
      "error request-*-became-required",
      "error request-body-added-required",
    ],
    types: ["input-became-required", "required-input-added"],
  },
  "status-removed": {
    redocly: ["response-removed"],
    oasdiff: ["* response-*success-status-removed"],
    types: ["status-removed"],
  },
  "media-type-removed": {
    redocly: ["media-type-removed"],
    oasdiff: ["* *-media-type-removed", "* response-media-type-name-*"],
    types: ["media-type-removed"],
  },
  "header-removed": {
    redocly: ["response-header-removed"],
    oasdiff: ["* *-response-header-removed", "error response-header-became-optional"],
  },
  "server-removed": { redocly: ["server-removed"] },
  "member-removed": {
    redocly: ["property-removed", "request-body-removed", "removed Schema.property"],
    oasdiff: [
      "warning response-optional-property-removed",
      "error response-required-property-removed",
      "warning request-property-removed",
      "* request-body-removed",
      "info response-*-property-became-write-only",
    ],
    types: ["member-removed"],
  },
  "array-ended": { types: ["array-changed"] },
  "index-signature-removed": { types: ["index-signature-removed"] },
  "null-added": { oasdiff: ["error response-*-became-nullable"], types: ["null-added"] },
  "member-optional": {
    redocly: ["required-properties-removed"],
    oasdiff: ["error response-property-became-optional"],
    types: ["output-became-optional"],
  },
  "known-value-removed": {
    redocly: ["enum-values-removed"],
    oasdiff: ["error request-*-became-enum", "error request-*-x-extensible-enum-value-removed"],
    types: ["value-removed"],
  },
  "closed-value-added": {
    redocly: ["enum-values-added"],
    types: ["value-added"],
  },
  retyped: {
    redocly: ["schema-type-changed"],
    oasdiff: [
      "error *-type-changed",
      "error *-list-of-types-*",
      "error *-type-specialized",
      "warning request-parameter-property-type-changed",
    ],
    types: ["retyped"],
  },
  "default-changed": {
    oasdiff: [
      "error request-parameter-default-value-changed",
      "error request-parameter-default-value-removed",
    ],
  },
  "constraint-changed": {
    redocly: [
      "schema-constraint-changed",
      "schema-combinator-changed",
      "parameter-serialization-changed",
    ],
  },
  "security-changed": { redocly: ["security-requirement-changed", "security-scheme-changed"] },
  "text-changed": {
    redocly: [
      "* Tag*",
      "* Info*",
      "* Contact*",
      "* License*",
      "* ExternalDocs*",
      "* Example*",
      "* SpecExtension*",
      "removed Schema",
      "added Schema",
      "* *.summary",
      "* *.description",
      "* *.title",
      "* *.example",
      "* *.examples",
      "* *.deprecated",
      "* *.tags",
      "* *.externalDocs",
      "* *.x-*",
      "* *.enum",
      "* *.openapi",
    ],
    oasdiff: [
      "info api-tag-*",
      "info api-schema-removed",
      "info *-deprecated*",
      "info *-reactivated",
      "* *sunset*",
      "error api-invalid-stability-level",
    ],
  },
  "default-documented": { oasdiff: ["error request-parameter-default-value-added"] },
  "open-value-added": { types: ["known-value-added"] },
  added: { redocly: ["added *"], oasdiff: ["info *added*"], types: ["*-added"] },
  loosened: {
    redocly: ["modified *", "removed *"],
    // To oasdiff an enum that goes loses each value, and one that comes gains it; the others tell these
    // apart from an enum that changes.
    oasdiff: [
      "info *",
      "error request-*-enum-value-removed",
      "warning response-property-enum-value-added",
    ],
    types: ["refined"],
  },
  "wire-broken": { oasdiff: ["error *", "warning *"] },
  "bytes-changed": {},
};

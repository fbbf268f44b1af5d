type KnownDeviation = { reason: string; pattern: RegExp };

const auditCopy: KnownDeviation = {
  reason: "no body of this call but a copy in an audit record, whose members are in Pascal case",
  pattern: /^\/[A-Z]\w+ is unknown$/,
};

/** Samples that rightly do not fit: each deviation must match the pattern. */
export const knownDeviations: { [sample: string]: KnownDeviation } = {
  "orders/05-legacy-billing-Annual-casing-2017": {
    reason: 'the vendor shows "Annual" once, and "annual" everywhere else; readers keep enums open',
    pattern: /^\/billingCycle must be equal to one of the allowed values$/,
  },
  "orders/21-audit-pascalcase-nulls-2020": auditCopy,
  "orders/22-audit-pascalcase-legacy-trial-2017": auditCopy,
  "errors/aad-invalid-grant": {
    reason: "the answer of the token service, which is another host with an error body of its own",
    pattern: /^\/\w+ is unknown$/,
  },
};

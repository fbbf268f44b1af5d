/** Orders and faults that the situations server sends. All ids are invented. */

const link = (uri: string) => ({ uri, method: "GET", headers: [] });

export const customerId = "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8";
export const orderId = "9e41c07b52da";

const base = {
  id: orderId,
  alternateId: orderId,
  referenceCustomerId: customerId,
  billingCycle: "monthly",
  currencyCode: "PLN",
  lineItems: [
    {
      lineItemNumber: 0,
      offerId: "XMPL0PLAN001:0001:XMPL0AVAIL01",
      friendlyName: "Example plan",
      quantity: 5,
      termDuration: "P1Y",
      transactionType: "New",
      subscriptionId: "b1d5e0f3-2a74-4c98-9d06-7e3f8c1a5b20",
      links: { product: link("/products/XMPL0PLAN001?country=PL") },
    },
  ],
  creationDate: "2024-03-13T22:49:54.3396949Z",
  status: "completed",
  transactionType: "UserPurchase",
  links: { self: link(`/customers/${customerId}/orders/${orderId}`) },
  attributes: { objectType: "Order" },
};
const [line] = base.lineItems;
const { subscriptionId: _, ...lineWithoutSubscription } = { ...line, subscriptionId: "" };

export const orders = {
  completed: base,
  legacy: {
    id: "7C0D9B52-1E6A-4F83-A5D4-90B2E8F61C37",
    referenceCustomerId: customerId,
    billingCycle: "none",
    lineItems: [{ lineItemNumber: 0, offerId: "XMPL-OFFER-1", friendlyName: "Old", quantity: 1 }],
    creationDate: "2017-04-10T16:02:25.983-07:00",
    attributes: { etag: "eyJpZCI6ImV4YW1wbGUifQ==", objectType: "Order" },
  },
  reservation: { ...base, billingCycle: "one_time", currencySymbol: "zł" },
  softwareCancelled: {
    ...base,
    lineItems: [{ ...line, quantity: 0, termDuration: "" }],
    client: { marketplaceCountry: "PL" },
  },
  pending: { ...base, status: "pending", lineItems: [lineWithoutSubscription] },
  priced: {
    ...base,
    totalPrice: 2190,
    lineItems: [{ ...line, pricing: { listPrice: 438.0, price: 36.48, extendedPrice: 182.4 } }],
  },
  pricedWithoutTotal: { ...base, lineItems: [{ ...line, pricing: { listPrice: 438.0 } }] },
  savingsPlan: {
    ...base,
    lineItems: [
      { ...line, purchaseCommitment: { amount: 0.05, currency: "usd", grain: "hourly" } },
    ],
  },
  pendingPoUpload: { ...base, status: "pending_po_upload" },
  poUploadComplete: { ...base, status: "po_upload_complete" },
  partialSuccess: { ...base, status: "partial_success" },
  unknownValues: { ...base, status: "invented_status", billingCycle: "invented_cycle" },
  annualCasing: { ...base, billingCycle: "Annual" },
  nulls: { ...base, alternateId: null, links: null, lineItems: [{ ...line, renewsTo: null }] },
  extraProperties: { ...base, inventedFlag: true, inventedPart: { later: [1] } },
  pascalCase: { Id: orderId, ReferenceCustomerId: customerId, LineItems: [], Status: "completed" },
  withoutId: { referenceCustomerId: customerId, lineItems: [], status: "pending" },
  renewsToArray: { ...base, lineItems: [{ ...line, renewsTo: [{ termDuration: "P1M" }] }] },
};

export const faults = {
  notFound: { code: 20000, description: "No such order.", data: [], source: "PartnerFD" },
  stringCode: { code: "900420", description: "The audience is wrong.", source: "PartnerFD" },
  mfa: { code: 900421, description: "MFA is required.", source: "PartnerFD" },
  noRelationship: { code: 20002, description: "No relationship.", source: "PartnerFD" },
  noPrices: { code: 800043, description: "Prices are not granted.", source: "PartnerFD" },
  codeZero: { code: 0, description: "Not a valid value.", data: [], source: "PartnerFD" },
  withData: { code: 60012, description: "No.", data: ["help: https://example.com"], source: "P" },
  gateway: { statusCode: 429, message: "Rate limit is exceeded. Try again in 57 seconds." },
  extended: {
    code: 600061,
    message: "It exists already.",
    description: "It exists already.",
    errorName: "Exists",
    isRetryable: false,
    parameters: {},
    errorMessageExtended: "InternalErrorCode=600061",
  },
  odata: { error: { code: "BadRequest", message: "The filter is not valid." } },
  oauth: { error: "invalid_token", error_description: "The token has expired." },
  problem: { type: "about:blank", title: "Not valid", status: 400, detail: "The id is too long." },
  internal: { code: 800003, description: "Unexpected.", data: [], source: "PartnerFD" },
};

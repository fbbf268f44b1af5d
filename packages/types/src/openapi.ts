/**
 * Generated from the contract in spec/ by packages/types/generate/. Do not edit: change the contract
 * and run `npm run generate`.
 */

/** The contract by URL: each path with its methods, for openapi-fetch and similar libraries. */
export interface paths {
    "/v{version}/customers/{customer_id}/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an order by ID
         *
         * Returns one order of one customer. A new order may take up to 15 minutes to appear: the vendor documents this lag for lists of orders, and users report it for reads by ID. So a 404 right after a purchase does not prove that the order is missing. Line items have a `subscriptionId` only once provisioning has finished: read the order again later to get it. The order resource allows 500 requests a minute for each tenant ID; above that the service responds with 429.
         *
         * See https://learn.microsoft.com/rest/api/partner-center/manage-orders/get-an-order-by-id
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/**
 * Facts about the resource itself.
 *
 * .NET name: `Microsoft.Partner.Core.Collections.ResourceAttributes`.
 */
export interface ResourceAttributes {
    /**
     * The version of the resource, for `If-Match` on a later write. Sent for legacy orders only, and valid for a short time: do not store it.
     *
     * @example "eyJpZCI6ImV4YW1wbGUiLCJ2ZXJzaW9uIjoxfQ=="
     */
    etag?: string;
    /**
     * The kind of resource. `Order` for this call: any other value means that the response is from another call.
     *
     * @example "Order"
     */
    objectType?: string;
}
/**
 * How often the partner is billed. Not to be confused with the term: an order may be billed monthly while its lines run for a year (`termDuration`). One published order says `Annual`, the only value seen beyond this list: compare without regard to case, and expect unknown values.
 *
 * - `annual`: Billed once a year.
 * - `monthly`: Billed every month.
 * - `none`: The partner is not charged. May be used for trials.
 * - `one_time`: Billed once, as perpetual software and Azure reservations are in published orders.
 * - `triennial`: Billed once every three years.
 * - `unknown`: The initial value of the enum. It says nothing about the order.
 *
 * Not on the reference page; source: The name only. The values are those that the vendor's page lists, unnamed, at Order.billingCycle.
 *
 * @example "monthly"
 * @example "triennial"
 * @enum {string}
 */
export type BillingCycle = KnownBillingCycle | (string & {});
/**
 * The application that placed the order. Absent on older orders, and often an empty object.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.ClientContext`.
 */
export interface ClientContext {
    /**
     * The kind of device or application that the order came from.
     *
     * @example "UniversalStore-PartnerCenter"
     */
    deviceFamily?: string;
    /**
     * The country of the store in which the order was placed, as a two-letter code.
     *
     * @example "PL"
     */
    marketplaceCountry?: string;
    /**
     * The name of the application.
     *
     * @example "Partner Center Web"
     */
    name?: string;
}
/**
 * One name and its value, such as one HTTP header.
 *
 * .NET name: `System.Collections.Generic.KeyValuePair[System.String,System.String]`.
 */
export interface KeyValuePair {
    /**
     * The name.
     *
     * @example "If-Match"
     */
    key?: string;
    /**
     * The value.
     *
     * @example "\"kept-from-the-last-read\""
     */
    value?: string;
}
/**
 * A further call, ready to be made.
 *
 * .NET name: `Microsoft.Partner.Core.Collections.Link`.
 *
 * @example {"uri":"/customers/4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8/orders/9e41c07b52da","method":"GET","headers":[]}
 */
export interface Link {
    /**
     * The body to send with the call. Links of an order have none.
     *
     * @example "{}"
     */
    body?: string;
    /**
     * Headers to send with the call. Empty in every published order.
     *
     * @example []
     */
    headers?: KeyValuePair[];
    /**
     * The HTTP method of the call, in capitals.
     *
     * @example "GET"
     */
    method?: string;
    /**
     * Where the call goes, relative to the server and the version, as in `/customers/...`. Other resources of this API send addresses that already start with `/v1`: add the version only where it is missing. Some links have no address.
     *
     * @example "/products/XMPL0PLAN001?country=PL"
     */
    uri?: string;
}
/**
 * The calls that a line item links to. Each may be absent.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLineItemLinks`.
 */
export interface OrderLineItemLinks {
    /** Reads the links by which the customer activates a product of the commercial marketplace. */
    activationLinks?: Link;
    /** Reads the availability that was bought, which holds its terms and conditions of sale. */
    availability?: Link;
    /** Reads the product. */
    product?: Link;
    /** Reads how far provisioning of this line has come. Its address has been seen without the leading `/customers/{customer_id}`. */
    provisioningStatus?: Link;
    /** Reads the SKU (the variant of the product). */
    sku?: Link;
    /** Reads the subscription, once there is one. */
    subscription?: Link;
}
/**
 * The prices of one line item, all before tax. Sent only on request (`include_price`), and only if the caller may see prices. Any of them may be absent, which does not mean 0. They are binary fractions that may show more digits than the currency has: round before you compare or add up.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.Pricing`.
 */
export interface Pricing {
    /**
     * The price of one unit for a full term after discounts, in the currency of the line.
     *
     * @example 35
     */
    discountedPrice?: number;
    /**
     * The price of the whole line in the billing currency, `price` times `quantity`, less refunds.
     *
     * @example 162.5
     */
    extendedPrice?: number;
    /**
     * The price of one unit for a full term before discounts, in the currency of the line.
     *
     * @example 40
     */
    listPrice?: number;
    /**
     * The price of one unit after discounts and proration, in the billing currency.
     *
     * @example 32.5
     */
    price?: number;
    /**
     * The price of one unit for the part of the term that is charged.
     *
     * @example 32.5
     */
    proratedPrice?: number;
}
/**
 * What the customer commits to spend. Present on savings plans only.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.PurchaseCommitment`.
 */
export interface PurchaseCommitment {
    /**
     * How much is committed for each `grain`, often a fraction.
     *
     * @example 0.125
     */
    amount?: number;
    /**
     * The currency of the commitment, in lower case unlike `currencyCode`.
     *
     * @example "usd"
     */
    currency?: string;
    /**
     * The span of time that `amount` is for.
     *
     * @example "hourly"
     */
    grain?: string;
}
/**
 * What the subscription renews to when its term ends. Tables elsewhere in the vendor's documentation call it a list; this call documents one object.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.RenewsTo`.
 */
export interface RenewsTo {
    /**
     * The length of the next term, as an ISO 8601 duration: `P1M` or `P1Y`.
     *
     * @example "P1M"
     */
    termDuration?: string;
}
/**
 * One product within an order. Only `lineItemNumber`, `offerId`, `friendlyName` and `quantity` have been seen on every published line; anything may be absent.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLineItem`.
 */
export interface OrderLineItem {
    /**
     * Further indirect resellers of this line, each by its PartnerID (a number, sent as a string), at most five.
     *
     * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/create-an-order
     *
     * @example ["5550102","5550103"]
     */
    additionalPartnerIdsOnRecord?: string[];
    /**
     * Whether the conditions of the offer or SKU were accepted, where it has any.
     *
     * @example true
     */
    attestationAccepted?: boolean;
    /**
     * When the first term of a new subscription ends, as asked for when it was ordered. A plain string on purpose: it comes with or without a time zone, and JavaScript reads a date without one as local time.
     *
     * @example "2025-01-31T00:00:00Z"
     */
    customTermEndDate?: string;
    /**
     * A name for people to read. The product's own, unless the partner chose another.
     *
     * @example "Sample Collaboration Plan"
     */
    friendlyName?: string;
    /**
     * The number of the line within the order, counted from 0.
     *
     * @example 0
     */
    lineItemNumber?: number;
    /** The calls that this line links to. May be an empty object. */
    links?: OrderLineItemLinks;
    /**
     * What was bought. `product:sku:availability` for new commerce, reservations and software; a GUID in capitals or a code such as `MS-AZR-…` for legacy offers.
     *
     * @example "XMPL0PLAN001:0001:XMPL0AVAIL01"
     */
    offerId?: string;
    /**
     * For an add-on, the subscription that it was added to. Documented for changes of an order (PATCH) only, and in no published response.
     *
     * @example "0f7a94c2-6d3b-4c81-a2e5-98b41d07f36c"
     */
    parentSubscriptionId?: string;
    /**
     * The PartnerID (formerly MPN ID) of the indirect reseller on record, never that of the indirect provider. A number, sent as a string.
     *
     * @example "5550101"
     */
    partnerIdOnRecord?: string;
    /** The prices of one line item, all before tax. Sent only on request (`include_price`), and only if the caller may see prices. Any of them may be absent, which does not mean 0. They are binary fractions that may show more digits than the currency has: round before you compare or add up. */
    pricing?: Pricing;
    /**
     * The promotion that was applied. Three parts joined by colons, like `offerId`.
     *
     * @example "XMPL0PROMO01:0001:XMPL0PROMO0A"
     */
    promotionId?: string;
    /**
     * Settings that provisioning needs, by name: `scope` (`single` or `shared`) and `entitlementId`, the Azure subscription that a `single` scope needs. Older reservations had `subscriptionId` and `duration`. Names and values come in several casings, such as `Single`.
     *
     * @example {"scope":"shared"}
     */
    provisioningContext?: {
        [key: string]: string;
    };
    /** What the customer commits to spend. Present on savings plans only. */
    purchaseCommitment?: PurchaseCommitment;
    /**
     * The number of licences or units. 0 on a cancelled line.
     *
     * @example 5
     */
    quantity?: number;
    /** What the subscription renews to when its term ends. Tables elsewhere in the vendor's documentation call it a list; this call documents one object. */
    renewsTo?: RenewsTo;
    /**
     * The subscription that results from this line, a GUID in either case. Absent until provisioning has finished, and always absent on products without a subscription.
     *
     * @example "7c25e9b0-41d8-4f63-8a9e-d3160b58c4f7"
     */
    subscriptionId?: string;
    /**
     * How long the term is, as an ISO 8601 duration: `P1M`, `P1Y` or `P3Y`. Lines of one order may differ. Empty or absent on perpetual software and legacy offers.
     *
     * @example "P1Y"
     */
    termDuration?: string;
    /**
     * What happened to the subscription: documented as `new`, `renew`, `addQuantity`, `removeQuantity`, `cancel`, `convert` or `customerCredit`, seen as `New`. Compare without regard to case.
     *
     * @example "New"
     */
    transactionType?: string;
}
/**
 * The calls that an order links to. Each may be absent.
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLinks`.
 */
export interface OrderLinks {
    /** Changes this order. Its method is `PATCH`. */
    patchOperation?: Link;
    /** Reads how far provisioning of this order has come. Takes a token of an application and a user with the role Admin agent. */
    provisioningStatus?: Link;
    /** Reads this order again. */
    self?: Link;
}
/**
 * How far the order has come. `pending_po_upload` waits for the partner. `pending`, `pending_review` and `po_upload_complete` wait for Microsoft, but a review may ask the partner for documents. `completed` is final for provisioning only: the order may be suspended or cancelled later. The status is absent on legacy orders. Expect values beyond this list.
 *
 * - `cancelled`: Every line was cancelled. An order with only some cancelled lines stays `completed`.
 * - `completed`: The order is completed. It may still be suspended or cancelled later.
 * - `error`: The order failed. Place it again.
 * - `partial_success`: Some subscriptions could not be bought. Buy those again in a new order.
 * - `pending`: The service is still working on the order.
 * - `pending_po_upload`: The partner has to upload the customer's purchase order, which Microsoft then reviews.
 * - `pending_review`: Held for a secondary review. The partner may be asked to upload documents.
 * - `po_review_rejected`: The order did not pass the secondary review and will not be processed.
 * - `po_upload_complete`: The purchase order was submitted, and Microsoft reviews it. The partner has nothing to do.
 * - `suspended`: Suspended by the partner, who continues to be billed and can reactivate the subscription until its term ends.
 * - `unknown`: The initial value of the enum. It says nothing about the order.
 *
 * Not on the reference page; source: The name only. The values are those that the vendor's page lists, unnamed, at Order.status.
 *
 * @example "completed"
 * @enum {string}
 */
export type OrderStatus = KnownOrderStatus | (string & {});
/**
 * What a partner bought for a customer in one purchase. Only `id`, `referenceCustomerId`, `billingCycle`, `lineItems` and `creationDate` have been seen in every published order, and anything may be absent. No published response has a `null`; treat one as absent. See [order resources](https://learn.microsoft.com/partner-center/developer/order-resources).
 *
 * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.Order`.
 */
export interface Order {
    /**
     * A second, friendlier ID: 12 hexadecimal digits, or the GUID of a legacy order. Equal to `id` for new commerce and legacy orders. Absent on orders older than about 2019.
     *
     * @example "9e41c07b52da"
     */
    alternateId?: string;
    /** Facts about the order as a resource; its `objectType` is `Order`. */
    attributes?: ResourceAttributes;
    /** How often the partner is billed. Not to be confused with the term: an order may be billed monthly while its lines run for a year (`termDuration`). One published order says `Annual`, the only value seen beyond this list: compare without regard to case, and expect unknown values. */
    billingCycle?: BillingCycle;
    /** The application that placed the order. Absent on older orders, and often an empty object. */
    client?: ClientContext;
    /**
     * When the order was created. A plain string on purpose: newer orders give UTC with six or seven fractional digits, legacy orders a local time with an offset, and malformed dates have been published. Parse it with care: JavaScript dates keep milliseconds only.
     *
     * @example "2024-02-06T09:14:27.5180346Z"
     */
    creationDate?: string;
    /**
     * The billing currency, as three capital letters (ISO 4217). Absent on legacy orders.
     *
     * @example "PLN"
     */
    currencyCode?: string;
    /**
     * A symbol of the currency to show to people. One currency may come with several symbols.
     *
     * @example "zł"
     */
    currencySymbol?: string;
    /**
     * The ID of the order, to be treated as opaque: a GUID, a case-sensitive string of about 33 characters, or 12 hexadecimal digits.
     *
     * @example "9e41c07b52da"
     */
    id?: string;
    /**
     * What was bought, one entry per product, numbered from 0 without gaps.
     *
     * @example [{"lineItemNumber":0,"offerId":"XMPL0PLAN001:0001:XMPL0AVAIL01","quantity":5}]
     */
    lineItems?: OrderLineItem[];
    /** The calls that this order links to. Missing altogether on some cancelled orders. */
    links?: OrderLinks;
    /**
     * The customer that the order is for, by tenant ID. The same as `customer_id` in the request.
     *
     * @example "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8"
     */
    referenceCustomerId?: string;
    /** How far the order has come. `pending_po_upload` waits for the partner. `pending`, `pending_review` and `po_upload_complete` wait for Microsoft, but a review may ask the partner for documents. `completed` is final for provisioning only: the order may be suspended or cancelled later. The status is absent on legacy orders. Expect values beyond this list. */
    status?: OrderStatus;
    /**
     * What the whole order costs in the billing currency, before tax. Sent only on request (`include_price`), and absent even on some orders whose lines are priced: absent does not mean free. A binary fraction, so round before you compare.
     *
     * @example 162.5
     */
    totalPrice?: number;
    /**
     * Who caused the order: `UserPurchase` (somebody bought), `SystemPurchase` or `SystemBilling` (the service itself). Compare without regard to case. Absent on orders older than about 2019.
     *
     * @example "UserPurchase"
     */
    transactionType?: string;
}
/**
 * Why a call failed. Three kinds of body share this shape, so every property is optional: the service's own fault (`code`, `description`, `data`, `source`), the gateway's (`statusCode`, `message`) and the envelope of newer services (`code`, `message`, `errorName`, `isRetryable` and more). A body may also be empty. Decide by the HTTP status and `code` together: one code can come with several statuses. See the [error codes](https://learn.microsoft.com/partner-center/developer/error-codes).
 *
 * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/error-codes
 */
export interface ApiFault {
    /**
     * The service's own error code. Documented as a string, but a number in most published responses: compare it as a string. The published list is not complete, and 0 means that the error has no code of its own.
     *
     * @example 20000
     * @example "900421"
     */
    code?: string | number;
    /**
     * What went wrong, in English, for people to read. Do not branch on it.
     *
     * @example "No order with this ID belongs to the customer."
     */
    description?: string;
    /**
     * More about the error, one string per entry, such as a help address or the name of an exception. Often empty or absent.
     *
     * @example []
     */
    data?: string[];
    /**
     * The part of the service that reported the error, such as `PartnerFD` (its front door).
     *
     * @example "PartnerFD"
     */
    source?: string;
    /**
     * What went wrong, as the gateway and newer services report it, in English, for people to read.
     *
     * @example "Too many requests. Wait 30 seconds."
     */
    message?: string;
    /**
     * The HTTP status, repeated. Sent by the gateway only.
     *
     * @example 429
     */
    statusCode?: number;
    /**
     * The gateway's own ID for the call. Seen with status 500 only, not in the published 429.
     *
     * @example "3f9b1c60-7a2d-4e88-a5d1-c04e6b92f713"
     */
    activityId?: string;
    /**
     * A name for the error, one word in Pascal case. Sent by newer services only.
     *
     * @example "OperationNotSupported"
     */
    errorName?: string;
    /**
     * Whether the same call may succeed when it is sent again. Sent by newer services only.
     *
     * @example false
     */
    isRetryable?: boolean;
    /**
     * The values that the error refers to, by name. Sent by newer services only, mostly empty.
     *
     * @example {}
     */
    parameters?: {
        [key: string]: unknown;
    };
    /**
     * Details for the vendor's support, as a string like `Name=value`. Sent by newer services only.
     *
     * @example "InternalErrorCode=900141"
     */
    errorMessageExtended?: string;
    [key: string]: unknown;
}
/** The contract's components: schemas, responses, parameters and headers by name. */
export interface components {
    schemas: {
        /**
         * Facts about the resource itself.
         *
         * .NET name: `Microsoft.Partner.Core.Collections.ResourceAttributes`.
         */
        ResourceAttributes: ResourceAttributes;
        /**
         * How often the partner is billed. Not to be confused with the term: an order may be billed monthly while its lines run for a year (`termDuration`). One published order says `Annual`, the only value seen beyond this list: compare without regard to case, and expect unknown values.
         *
         * - `annual`: Billed once a year.
         * - `monthly`: Billed every month.
         * - `none`: The partner is not charged. May be used for trials.
         * - `one_time`: Billed once, as perpetual software and Azure reservations are in published orders.
         * - `triennial`: Billed once every three years.
         * - `unknown`: The initial value of the enum. It says nothing about the order.
         *
         * Not on the reference page; source: The name only. The values are those that the vendor's page lists, unnamed, at Order.billingCycle.
         *
         * @example "monthly"
         * @example "triennial"
         * @enum {string}
         */
        BillingCycle: BillingCycle;
        /**
         * The application that placed the order. Absent on older orders, and often an empty object.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.ClientContext`.
         */
        ClientContext: ClientContext;
        /**
         * One name and its value, such as one HTTP header.
         *
         * .NET name: `System.Collections.Generic.KeyValuePair[System.String,System.String]`.
         */
        KeyValuePair: KeyValuePair;
        /**
         * A further call, ready to be made.
         *
         * .NET name: `Microsoft.Partner.Core.Collections.Link`.
         *
         * @example {"uri":"/customers/4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8/orders/9e41c07b52da","method":"GET","headers":[]}
         */
        Link: Link;
        /**
         * The calls that a line item links to. Each may be absent.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLineItemLinks`.
         */
        OrderLineItemLinks: OrderLineItemLinks;
        /**
         * The prices of one line item, all before tax. Sent only on request (`include_price`), and only if the caller may see prices. Any of them may be absent, which does not mean 0. They are binary fractions that may show more digits than the currency has: round before you compare or add up.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.Pricing`.
         */
        Pricing: Pricing;
        /**
         * What the customer commits to spend. Present on savings plans only.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.PurchaseCommitment`.
         */
        PurchaseCommitment: PurchaseCommitment;
        /**
         * What the subscription renews to when its term ends. Tables elsewhere in the vendor's documentation call it a list; this call documents one object.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.RenewsTo`.
         */
        RenewsTo: RenewsTo;
        /**
         * One product within an order. Only `lineItemNumber`, `offerId`, `friendlyName` and `quantity` have been seen on every published line; anything may be absent.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLineItem`.
         */
        OrderLineItem: OrderLineItem;
        /**
         * The calls that an order links to. Each may be absent.
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.OrderLinks`.
         */
        OrderLinks: OrderLinks;
        /**
         * How far the order has come. `pending_po_upload` waits for the partner. `pending`, `pending_review` and `po_upload_complete` wait for Microsoft, but a review may ask the partner for documents. `completed` is final for provisioning only: the order may be suspended or cancelled later. The status is absent on legacy orders. Expect values beyond this list.
         *
         * - `cancelled`: Every line was cancelled. An order with only some cancelled lines stays `completed`.
         * - `completed`: The order is completed. It may still be suspended or cancelled later.
         * - `error`: The order failed. Place it again.
         * - `partial_success`: Some subscriptions could not be bought. Buy those again in a new order.
         * - `pending`: The service is still working on the order.
         * - `pending_po_upload`: The partner has to upload the customer's purchase order, which Microsoft then reviews.
         * - `pending_review`: Held for a secondary review. The partner may be asked to upload documents.
         * - `po_review_rejected`: The order did not pass the secondary review and will not be processed.
         * - `po_upload_complete`: The purchase order was submitted, and Microsoft reviews it. The partner has nothing to do.
         * - `suspended`: Suspended by the partner, who continues to be billed and can reactivate the subscription until its term ends.
         * - `unknown`: The initial value of the enum. It says nothing about the order.
         *
         * Not on the reference page; source: The name only. The values are those that the vendor's page lists, unnamed, at Order.status.
         *
         * @example "completed"
         * @enum {string}
         */
        OrderStatus: OrderStatus;
        /**
         * What a partner bought for a customer in one purchase. Only `id`, `referenceCustomerId`, `billingCycle`, `lineItems` and `creationDate` have been seen in every published order, and anything may be absent. No published response has a `null`; treat one as absent. See [order resources](https://learn.microsoft.com/partner-center/developer/order-resources).
         *
         * .NET name: `Microsoft.Partner.Services.Orders.V2.Models.Order`.
         */
        Order: Order;
        /**
         * Why a call failed. Three kinds of body share this shape, so every property is optional: the service's own fault (`code`, `description`, `data`, `source`), the gateway's (`statusCode`, `message`) and the envelope of newer services (`code`, `message`, `errorName`, `isRetryable` and more). A body may also be empty. Decide by the HTTP status and `code` together: one code can come with several statuses. See the [error codes](https://learn.microsoft.com/partner-center/developer/error-codes).
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/error-codes
         */
        ApiFault: ApiFault;
    };
    responses: {
        /** The order. JSON bodies are UTF-8 and may start with a byte order mark. The vendor's page lists XML too, but no XML body of this call has ever been published: send `Accept: application/json`, and take the examples under the XML media types as illustrations of the data, not of the markup. */
        OrderFound: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": Order;
                "text/json": Order;
                "application/xml": Order;
                "text/xml": Order;
            };
        };
        /** The input is missing or wrong, such as an invalid customer ID (code 900118), or the operation is not supported in this environment. Repeating the call unchanged does not help. */
        BadRequest: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
                "text/json": ApiFault;
                "application/xml": ApiFault;
                "text/xml": ApiFault;
            };
        };
        /** The caller is not known: the token is missing, has expired, or was issued for another audience (code 900420). An app+user token is also refused when it was issued without multifactor authentication (code 900421); app-only tokens are not. If the body is empty, read `WWW-Authenticate`. */
        Unauthorized: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
                "text/json": ApiFault;
                "application/xml": ApiFault;
                "text/xml": ApiFault;
            };
        };
        /** The caller is known but may not make this call: no relationship with the customer (code 20002), no right to see prices (code 800043), a role without the right, or an agreement that is not accepted yet. */
        Forbidden: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
                "text/json": ApiFault;
                "application/xml": ApiFault;
                "text/xml": ApiFault;
            };
        };
        /** There is no such order, or it is not available with this input. A new order may take up to 15 minutes to appear, which is documented for lists of orders and reported for reads by ID. The body may be empty. */
        NotFound: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
                "text/json": ApiFault;
                "application/xml": ApiFault;
                "text/xml": ApiFault;
            };
        };
        /**
         * Too many calls in too short a time. Wait as long as `Retry-After` says: refused calls count against the limit too. A gateway responds here, always with JSON in a shape of its own, and the published response has no `MS-` headers. See [throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance).
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
         */
        TooManyRequests: {
            headers: {
                /** How long to wait before the next call, in whole seconds. Calls made earlier are refused too and still count against the limit. */
                "Retry-After": components["headers"]["Retry-After"];
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
            };
        };
        /** The service, or one that it depends on, failed. Reading an order changes nothing, so the call may be repeated after a pause. */
        InternalServerError: {
            headers: {
                /** The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent. */
                "MS-RequestId": components["headers"]["MS-RequestId"];
                /** The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support. */
                "MS-CorrelationId": components["headers"]["MS-CorrelationId"];
                /** The correlation vector under which the service logged this call. */
                "MS-CV": components["headers"]["MS-CV"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ApiFault;
                "text/json": ApiFault;
                "application/xml": ApiFault;
                "text/xml": ApiFault;
            };
        };
    };
    parameters: {
        /**
         * The version of the API, without the `v` that stands before it in the path. Every published example of this call uses `1`.
         *
         * @example "1"
         */
        version: string;
        /**
         * The customer whose order is read, given by the ID of the customer's Microsoft Entra tenant (a GUID; Partner Center shows it as the customer's Microsoft ID).
         *
         * @example "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8"
         */
        customer_id: string;
        /**
         * The order to read. Treat it as opaque: new commerce orders have 12 hexadecimal digits, older ones a GUID or a case-sensitive string of about 33 characters that may hold `-` and `_`. Send it exactly as received, percent-encoded and without changing its casing.
         *
         * @example "9e41c07b52da"
         */
        order_id: string;
        /**
         * Whether the response has prices: `pricing` on each line item and `totalPrice` on the order. Amounts are before tax. Prices depend on the caller's permissions: without them expect a response without prices, or 403 with code 800043.
         *
         * @example true
         */
        include_price: boolean;
        /**
         * Your ID (a GUID) for this call, to find it in logs and network traces. The vendor says to use a new one for every call. We suggest the same one for all calls of one piece of work, where that helps to trace them. The service generates one for each call without it, and returns the value as `MS-CorrelationId`. See [headers](https://learn.microsoft.com/partner-center/developer/headers).
         *
         * @example "5d0f2b7e-8c14-4a69-b3d2-71e95f06c8a4"
         */
        "ms-correlationid": string;
        /**
         * A correlation vector: 16 base64 characters, a dot and a counter, used inside the service to follow a call from one component to the next. The service generates one when the header is absent.
         *
         * @example "kT4vXz81QmPe7WsA.0"
         */
        "ms-cv": string;
        /**
         * Your ID (a GUID) for this one request, by which the service recognises a repetition. Send the same value again when you retry after a timeout, and a new one after any response. The service generates one when the header is absent.
         *
         * @example "c2a86d3f-1e57-49b0-9f84-0d3b6a72e51c"
         */
        "ms-requestid": string;
        /**
         * The version of the API that the request is written for, usually `v1`. The vendor's page of headers calls it required, while neither the page of this call nor its published requests have it. See [headers](https://learn.microsoft.com/partner-center/developer/headers).
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/headers
         *
         * @example "v1"
         */
        "ms-contract-version": string;
    };
    requestBodies: never;
    headers: {
        /**
         * The ID of this request: the value you sent in `ms-requestid`, or one that the service generated. The gateway's published 429 has none, so keep the one you sent.
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/headers
         *
         * @example "c2a86d3f-1e57-49b0-9f84-0d3b6a72e51c"
         */
        "MS-RequestId": string;
        /**
         * The ID of this call: the value you sent in `ms-correlationid`, or one that the service generated. Quote it to the vendor's support.
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/headers
         *
         * @example "5d0f2b7e-8c14-4a69-b3d2-71e95f06c8a4"
         */
        "MS-CorrelationId": string;
        /**
         * The correlation vector under which the service logged this call.
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/get-subscription-provisioning-status
         *
         * @example "kT4vXz81QmPe7WsA.0"
         */
        "MS-CV": string;
        /**
         * How long to wait before the next call, in whole seconds. Calls made earlier are refused too and still count against the limit.
         *
         * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
         *
         * @example 30
         */
        "Retry-After": number;
    };
    pathItems: never;
}
/** The contract by `operationId`: parameters and responses of each operation. */
export interface operations {
    /**
     * Get an order by ID
     *
     * Returns one order of one customer. A new order may take up to 15 minutes to appear: the vendor documents this lag for lists of orders, and users report it for reads by ID. So a 404 right after a purchase does not prove that the order is missing. Line items have a `subscriptionId` only once provisioning has finished: read the order again later to get it. The order resource allows 500 requests a minute for each tenant ID; above that the service responds with 429.
     *
     * See https://learn.microsoft.com/rest/api/partner-center/manage-orders/get-an-order-by-id
     */
    getOrder: {
        parameters: {
            query?: {
                /**
                 * Whether the response has prices: `pricing` on each line item and `totalPrice` on the order. Amounts are before tax. Prices depend on the caller's permissions: without them expect a response without prices, or 403 with code 800043.
                 *
                 * @example true
                 */
                include_price?: components["parameters"]["include_price"];
            };
            header?: {
                /**
                 * Your ID (a GUID) for this call, to find it in logs and network traces. The vendor says to use a new one for every call. We suggest the same one for all calls of one piece of work, where that helps to trace them. The service generates one for each call without it, and returns the value as `MS-CorrelationId`. See [headers](https://learn.microsoft.com/partner-center/developer/headers).
                 *
                 * @example "5d0f2b7e-8c14-4a69-b3d2-71e95f06c8a4"
                 */
                "ms-correlationid"?: components["parameters"]["ms-correlationid"];
                /**
                 * A correlation vector: 16 base64 characters, a dot and a counter, used inside the service to follow a call from one component to the next. The service generates one when the header is absent.
                 *
                 * @example "kT4vXz81QmPe7WsA.0"
                 */
                "ms-cv"?: components["parameters"]["ms-cv"];
                /**
                 * Your ID (a GUID) for this one request, by which the service recognises a repetition. Send the same value again when you retry after a timeout, and a new one after any response. The service generates one when the header is absent.
                 *
                 * @example "c2a86d3f-1e57-49b0-9f84-0d3b6a72e51c"
                 */
                "ms-requestid"?: components["parameters"]["ms-requestid"];
                /**
                 * The version of the API that the request is written for, usually `v1`. The vendor's page of headers calls it required, while neither the page of this call nor its published requests have it. See [headers](https://learn.microsoft.com/partner-center/developer/headers).
                 *
                 * Not on the reference page; source: https://learn.microsoft.com/partner-center/developer/headers
                 *
                 * @example "v1"
                 */
                "MS-Contract-Version"?: components["parameters"]["ms-contract-version"];
            };
            path: {
                /**
                 * The version of the API, without the `v` that stands before it in the path. Every published example of this call uses `1`.
                 *
                 * @example "1"
                 */
                version: components["parameters"]["version"];
                /**
                 * The customer whose order is read, given by the ID of the customer's Microsoft Entra tenant (a GUID; Partner Center shows it as the customer's Microsoft ID).
                 *
                 * @example "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8"
                 */
                customer_id: components["parameters"]["customer_id"];
                /**
                 * The order to read. Treat it as opaque: new commerce orders have 12 hexadecimal digits, older ones a GUID or a case-sensitive string of about 33 characters that may hold `-` and `_`. Send it exactly as received, percent-encoded and without changing its casing.
                 *
                 * @example "9e41c07b52da"
                 */
                order_id: components["parameters"]["order_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The order. JSON bodies are UTF-8 and may start with a byte order mark. The vendor's page lists XML too, but no XML body of this call has ever been published: send `Accept: application/json`, and take the examples under the XML media types as illustrations of the data, not of the markup. */
            200: components["responses"]["OrderFound"];
            /** The input is missing or wrong, such as an invalid customer ID (code 900118), or the operation is not supported in this environment. Repeating the call unchanged does not help. */
            400: components["responses"]["BadRequest"];
            /** The caller is not known: the token is missing, has expired, or was issued for another audience (code 900420). An app+user token is also refused when it was issued without multifactor authentication (code 900421); app-only tokens are not. If the body is empty, read `WWW-Authenticate`. */
            401: components["responses"]["Unauthorized"];
            /** The caller is known but may not make this call: no relationship with the customer (code 20002), no right to see prices (code 800043), a role without the right, or an agreement that is not accepted yet. */
            403: components["responses"]["Forbidden"];
            /** There is no such order, or it is not available with this input. A new order may take up to 15 minutes to appear, which is documented for lists of orders and reported for reads by ID. The body may be empty. */
            404: components["responses"]["NotFound"];
            /** Too many calls in too short a time. Wait as long as `Retry-After` says: refused calls count against the limit too. A gateway responds here, always with JSON in a shape of its own, and the published response has no `MS-` headers. See [throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance). */
            429: components["responses"]["TooManyRequests"];
            /** The service, or one that it depends on, failed. Reading an order changes nothing, so the call may be repeated after a pause. */
            500: components["responses"]["InternalServerError"];
        };
    };
}

/** The values of {@link BillingCycle} that the contract lists; the service may send others. */
export type KnownBillingCycle = "annual" | "monthly" | "none" | "one_time" | "triennial" | "unknown";

/** Every {@link KnownBillingCycle}, in the contract's order. */
export const billingCycleValues: readonly KnownBillingCycle[] = [
    "annual",
    "monthly",
    "none",
    "one_time",
    "triennial",
    "unknown",
];

/**
 * Tells whether a value is one that the contract lists, and narrows it to {@link KnownBillingCycle}.
 * Values are compared exactly: another casing is another value.
 *
 * @example isKnownBillingCycle("annual") // true
 */
export function isKnownBillingCycle(value: unknown): value is KnownBillingCycle {
    return (billingCycleValues as readonly unknown[]).includes(value);
}

/** The values of {@link OrderStatus} that the contract lists; the service may send others. */
export type KnownOrderStatus = "cancelled" | "completed" | "error" | "partial_success" | "pending" | "pending_po_upload" | "pending_review" | "po_review_rejected" | "po_upload_complete" | "suspended" | "unknown";

/** Every {@link KnownOrderStatus}, in the contract's order. */
export const orderStatusValues: readonly KnownOrderStatus[] = [
    "cancelled",
    "completed",
    "error",
    "partial_success",
    "pending",
    "pending_po_upload",
    "pending_review",
    "po_review_rejected",
    "po_upload_complete",
    "suspended",
    "unknown",
];

/**
 * Tells whether a value is one that the contract lists, and narrows it to {@link KnownOrderStatus}.
 * Values are compared exactly: another casing is another value.
 *
 * @example isKnownOrderStatus("cancelled") // true
 */
export function isKnownOrderStatus(value: unknown): value is KnownOrderStatus {
    return (orderStatusValues as readonly unknown[]).includes(value);
}

/** Parameters of `getOrder` as they are sent: path, query and header. */
export type GetOrderParams = operations["getOrder"]["parameters"];

/** Body of a successful response to `getOrder`. */
export type GetOrderResponse = operations["getOrder"]["responses"][200]["content"]["application/json"];

/** Body of an error response to `getOrder`, when it has one and it is JSON. */
export type GetOrderError =
    operations["getOrder"]["responses"][400]["content"]["application/json"]
    | operations["getOrder"]["responses"][401]["content"]["application/json"]
    | operations["getOrder"]["responses"][403]["content"]["application/json"]
    | operations["getOrder"]["responses"][404]["content"]["application/json"]
    | operations["getOrder"]["responses"][429]["content"]["application/json"]
    | operations["getOrder"]["responses"][500]["content"]["application/json"];

/** Version of the contract that these types were generated from: its `info.version`. */
export const specVersion: string = "0.0.0";

/** SHA-256 of the contract, `@partner-center/types/openapi.json`, in lower-case hex. */
export const specSha256: string = "d90e41d45ced8ec80ed77e4b24f2d9c7c13cfda7182d4a2f946dadbf83e7f785";

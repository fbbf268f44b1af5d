/** Properties of a response that are removed or renamed. */
import { remove, rename, set } from "./edits.ts";
import { major, type Pair, pairs } from "./pair.ts";

export const removedProperties: Pair[] = [
  ...pairs(major, [
    ["Order loses status", remove("Order.status")],
    ["Order loses id", remove("Order.id")],
    ["Order loses totalPrice", remove("Order.totalPrice")],
    ["Order loses lineItems", remove("Order.lineItems")],
    ["Order loses links", remove("Order.links")],
    ["Order loses billingCycle", remove("Order.billingCycle")],
    ["a line loses quantity", remove("OrderLineItem.quantity")],
    ["a line loses pricing", remove("OrderLineItem.pricing")],
    ["a line loses its context", remove("OrderLineItem.provisioningContext")],
    ["a line's links lose sku", remove("OrderLineItemLinks.sku")],
    ["a link loses uri", remove("Link.uri")],
    ["a pair loses value", remove("KeyValuePair.value")],
    ["a price loses listPrice", remove("Pricing.listPrice")],
    ["a fault loses code", remove("ApiFault.code")],
    ["a fault loses description", remove("ApiFault.description")],
    ["a renewal loses its only property", remove("RenewsTo.termDuration")],
    ["Order.id is renamed", rename("Order.id", "inventedId")],
    ["Order.currencyCode changes its case", rename("Order.currencyCode", "CurrencyCode")],
    ["a line's quantity is renamed", rename("OrderLineItem.quantity", "inventedQuantity")],
    ["links.self is renamed", rename("OrderLinks.self", "inventedSelf")],
    ["all properties of ClientContext go", set("ClientContext/properties", {})],
  ]),
];

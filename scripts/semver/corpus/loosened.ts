/** Responses that give less and requests that accept more. */
import { remove, set, without } from "./edits.ts";
import { minor, type Pair, pairs } from "./pair.ts";

export const loosened: Pair[] = [
  ...pairs(minor, [
    ["a fault's code is a string alone", set("ApiFault.code/type", "string")],
    ["a response's number is whole now", set("Order.totalPrice/type", "integer")],
    [
      "a response's string has a format",
      set("Order.id/format", "uuid"),
      without("Order.id/format"),
    ],
    [
      "a response's string has a limit",
      set("Order.id/maxLength", 40),
      without("Order.id/maxLength"),
    ],
    [
      "a parameter may be longer",
      remove("param/order_id/schema/maxLength"),
      set("param/order_id/schema/maxLength", 12),
    ],
    ["no token is needed", set("/security", [])],
  ]),
];

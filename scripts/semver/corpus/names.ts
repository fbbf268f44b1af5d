/** Names: operations, paths, components. */
import { all, remove, rename, renameComponent, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { addNote, json, string } from "./parts.ts";

const secondPath = set("/paths/~1invented", {
  get: {
    operationId: "inventedList",
    responses: { "200": { description: "All.", ...json({ type: "array", items: string }) } },
  },
});

export const names: Pair[] = [
  ...pairs(major, [
    ["getOrder becomes readOrder", set("get/operationId", "readOrder")],
    ["getOrder changes its case", set("get/operationId", "GetOrder")],
    ["getOrder loses its name", remove("get/operationId")],
    ["the path moves", rename("path", "/v{version}/customers/{customer_id}/invented/{order_id}")],
    [
      "order_id is renamed in the path",
      all(
        set("param/order_id/name", "invented_id"),
        rename("path", "/v{version}/customers/{customer_id}/orders/{invented_id}"),
      ),
    ],
    [
      "customer_id is renamed in the path",
      all(
        set("param/customer_id/name", "invented_tenant"),
        rename("path", "/v{version}/customers/{invented_tenant}/orders/{order_id}"),
      ),
    ],
    ["the call becomes a POST", rename("path/get", "post")],
    ["a second path goes", remove("/paths/~1invented"), secondPath],
    ["a second operation goes", remove("path/post"), addNote],
  ]),
  ...pairs(minor, [
    ["a second path", secondPath],
    ["a second operation", addNote, without("path/post")],
    [
      "a deletion",
      set("path/delete", {
        operationId: "inventedDelete",
        responses: { "204": { description: "Gone." } },
      }),
      without("path/delete"),
    ],
  ]),
  ...pairs(major, [
    ["KeyValuePair is renamed", renameComponent("KeyValuePair", "InventedPair")],
    ["Order is renamed", renameComponent("Order", "InventedOrder")],
    ["ApiFault is renamed", renameComponent("ApiFault", "InventedFault")],
    [
      "BillingCycle is renamed",
      all(
        renameComponent("BillingCycle", "InventedCycle"),
        set("InventedCycle/x-ms-enum/name", "InventedCycle"),
      ),
    ],
    ["a response's component is renamed", renameComponent("response/NotFound", "InventedMissing")],
    ["a schema that nobody uses goes", remove("InventedGift"), set("InventedGift", string)],
  ]),
];

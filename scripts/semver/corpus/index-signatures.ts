/** Objects that allow other properties, or no longer. */
import { remove, set, without } from "./edits.ts";
import { major, minor, type Pair, pairs } from "./pair.ts";
import { string } from "./parts.ts";

export const indexSignatures: Pair[] = [
  ...pairs(major, [
    ["a fault has no other properties", set("ApiFault/additionalProperties", false)],
    ["a fault says nothing about other properties", remove("ApiFault/additionalProperties")],
    [
      "a pair's other properties may be anything",
      set("KeyValuePair/additionalProperties", true),
      set("KeyValuePair/additionalProperties", string),
    ],
  ]),
  ...pairs(minor, [
    [
      "a pair may have other properties",
      set("KeyValuePair/additionalProperties", true),
      without("KeyValuePair/additionalProperties"),
    ],
  ]),
  ...pairs(major, [
    [
      "a map loses its other properties",
      set("OrderLineItem.provisioningContext", {
        type: "object",
        description: "Facts.",
        properties: { id: string },
      }),
    ],
  ]),
];

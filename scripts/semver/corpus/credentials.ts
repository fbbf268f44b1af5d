/** What a caller needs to be let in. */
import { set } from "./edits.ts";
import { major, type Pair, pairs, patch } from "./pair.ts";

export const credentials: Pair[] = [
  ...pairs(major, [
    ["a token must say more", set("/security", [{ Bearer: [] }]), set("/security", [])],
    ["the token goes as Basic", set("/components/securitySchemes/Bearer/scheme", "basic")],
  ]),
  ...pairs(patch, [
    [
      "the token is described in other words",
      set("/components/securitySchemes/Bearer/description", "A token."),
    ],
  ]),
];

/** Contracts that are the same. */
import { all, set } from "./edits.ts";
import { none, type Pair, pairs } from "./pair.ts";

export const unchanged: Pair[] = [
  ...pairs(none, [
    ["nothing changed", all()],
    ["only the version was written", set("/info/version", "9.9.9")],
  ]),
];

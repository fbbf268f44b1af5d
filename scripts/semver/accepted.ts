/**
 * Breaks that were accepted without a major version: accepted-breaks.json, a list of
 * `{ "rule", "place", "value", "reason", "expires" }`. The gate prints the first three of each break;
 * what was removed as a whole has no value. `expires` is a day.
 */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { isObject } from "@partner-center/spec";
import type { Change } from "./changes.ts";
import { rules } from "./policy.ts";

/** Identifies a change: to accept the removal of one value of an enum is not to accept that of all. */
export type ChangeKey = Pick<Change, "rule" | "place" | "value">;

export interface AcceptedBreak extends ChangeKey {
  reason: string;
  /** The last day on which it counts, such as `2027-03-31`. */
  expires: string;
}

/** As JSON for accepted-breaks.json. */
export function formatKey({ rule, place, value }: ChangeKey): string {
  return JSON.stringify({ rule, place, value });
}

/** @throws when a record lacks something, naming the record */
export function readAccepted(): AcceptedBreak[] {
  return parseAccepted(readFileSync(new URL("accepted-breaks.json", import.meta.url), "utf8"));
}

/** @throws when a record lacks something, naming the record */
export function parseAccepted(text: string): AcceptedBreak[] {
  const records: unknown = JSON.parse(text);
  if (!Array.isArray(records)) throw new Error("accepted-breaks.json is not a list");
  return records.map(checkRecord);
}

function checkRecord(record: unknown): AcceptedBreak {
  const { rule, place, value, reason, expires } = isObject(record) ? record : {};
  const isDay = typeof expires === "string" && /^\d{4}-\d\d-\d\d$/.test(expires);
  const isReasoned = typeof reason === "string" && reason.trim() !== "";
  const known = rules.find(({ id }) => id === rule);
  if (known && typeof place === "string" && isReasoned && isDay) {
    return { rule: known.id, place, ...(value !== undefined && { value }), reason, expires };
  }
  throw new Error(
    "accepted-breaks.json: each record needs a rule of policy.md, a place, the value if the gate " +
      "prints one, a reason and expires (a day such as 2027-03-31), " +
      `not ${JSON.stringify(record)}`,
  );
}

/** Counts accepted breaks as minor, and finds records that have expired or match no change. */
export function accept(changes: Change[], records: AcceptedBreak[], today: string) {
  const expired = records.filter(({ expires }) => expires < today);
  const valid = records.filter((record) => !expired.includes(record));
  const unused = valid.filter((record) => !changes.some((change) => isSame(change, record)));
  const accepted = changes.map((change): Change => {
    const record = valid.find((one) => isSame(one, change));
    if (!record || change.bump !== "major") return change;
    return { ...change, bump: "minor", accepted: record.reason };
  });
  return { changes: accepted, expired, unused };
}

function isSame(a: ChangeKey, b: ChangeKey): boolean {
  return a.rule === b.rule && a.place === b.place && isDeepStrictEqual(a.value, b.value);
}

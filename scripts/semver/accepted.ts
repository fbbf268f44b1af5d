/**
 * Breaks that were accepted without a major version: accepted-breaks.json, a list of
 * `{ "id", "reason", "expires" }`. The gate prints the id of each change; `expires` is a day.
 */
import { readFileSync } from "node:fs";
import { isObject } from "@partner-center/spec";
import type { Change } from "./changes.ts";

export interface AcceptedBreak {
  id: string;
  reason: string;
  /** The last day on which it counts, such as `2027-03-31`. */
  expires: string;
}

/** @throws when a record lacks something, naming the record */
export function readAccepted(): AcceptedBreak[] {
  const file = new URL("accepted-breaks.json", import.meta.url);
  const records: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(records)) throw new Error("accepted-breaks.json is not a list");
  return records.map(checkRecord);
}

function checkRecord(record: unknown): AcceptedBreak {
  const { id, reason, expires } = isObject(record) ? record : {};
  const isDay = typeof expires === "string" && /^\d{4}-\d\d-\d\d$/.test(expires);
  if (typeof id === "string" && typeof reason === "string" && reason.trim() && isDay) {
    return { id, reason, expires };
  }
  throw new Error(
    "accepted-breaks.json: each record needs id, reason and expires (a day such as 2027-03-31), " +
      `not ${JSON.stringify(record)}`,
  );
}

/** Counts accepted breaks as minor, and finds records that have expired or match no change. */
export function accept(changes: Change[], records: AcceptedBreak[], today: string) {
  const expired = records.filter(({ expires }) => expires < today);
  const valid = records.filter((record) => !expired.includes(record));
  const unused = valid.filter(({ id }) => !changes.some((change) => change.id === id));
  const accepted = changes.map((change): Change => {
    const record = valid.find(({ id }) => id === change.id);
    if (!record || change.bump !== "major") return change;
    return { ...change, bump: "minor", accepted: record.reason };
  });
  return { changes: accepted, expired, unused };
}

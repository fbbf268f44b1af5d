/** A pair of contracts, given by an edit of the real one, and the versions that it must ask for. */
import type { Bumps } from "../policy.ts";
import type { Edit } from "./edits.ts";

export interface Pair {
  verdict: Bumps;
  title: string;
  edit: Edit;
  /** What both sides have that the contract lacks. */
  given?: Edit;
}

export const major: Bumps = { types: "major", client: "major", docs: "minor" };
export const minor: Bumps = { types: "minor", client: "minor", docs: "minor" };
export const patch: Bumps = { types: "patch", client: "patch", docs: "patch" };
export const none: Bumps = { types: "none", client: "none", docs: "none" };

type Row = [title: string, edit: Edit, given?: Edit];

export function pairs(verdict: Bumps, rows: Row[]): Pair[] {
  return rows.map(([title, edit, given]) => ({ verdict, title, edit, ...(given && { given }) }));
}

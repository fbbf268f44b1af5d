/** The servers of an operation: its own, else those of its path, else those of the contract. */
import { isObject, type JsonObject } from "@partner-center/spec";
import type { Contracts } from "../../places.ts";
import type { OperationPair } from "./operations.ts";
import { type Part, partAt } from "./part.ts";
import type { Report } from "./report.ts";

interface Servers {
  owner: Part;
  list: JsonObject[];
}

/** Those of the contract, which an operation without servers has. */
export function compareSharedServers({ base, revision }: Contracts, report: Report): void {
  const [old, new_] = [partAt(base, []), partAt(revision, [])];
  if (old && new_) compareLists(serversOf([], old), serversOf([], new_), report);
}

export function compareServers({ old, new: new_, items }: OperationPair, report: Report): void {
  const [root, newRoot] = [partAt(old.contract, []), partAt(new_.contract, [])];
  if (!root || !newRoot) return;
  const before = serversOf([old, items.old], root);
  const after = serversOf([new_, items.new], newRoot);
  if (before.owner !== root || after.owner !== newRoot) compareLists(before, after, report);
}

function serversOf(owners: Part[], root: Part): Servers {
  const own = (part: Part) => {
    const { servers } = part.value;
    return Array.isArray(servers) ? servers.filter(isObject) : [];
  };
  const owner = owners.find((part) => own(part).length > 0) ?? root;
  const list = own(owner);
  return { owner, list: list.length > 0 ? list : [{ url: "/" }] };
}

function compareLists(before: Servers, after: Servers, report: Report): void {
  const find = (list: JsonObject[], url: unknown) => list.find((one) => one.url === url);
  // Servers of their own hide those of the contract, which are still there.
  const isHidden = before.owner.place.length === 0 && after.owner.place.length > 0;
  const placeOf = ({ owner }: Servers, index: number) => [...owner.place, "servers", `${index}`];
  for (const [index, server] of before.list.entries()) {
    const kept = find(after.list, server.url);
    const place = placeOf(before, index);
    if (kept) compareVariables(server, kept, place, report);
    else {
      const at = isHidden ? [...after.owner.place, "servers"] : place;
      report("server-removed", at, `the server \`${server.url}\` is removed`, { old: server.url });
    }
  }
  for (const [index, { url }] of after.list.entries()) {
    if (find(before.list, url)) continue;
    report("server-added", placeOf(after, index), `the server \`${url}\` is new`, { new: url });
  }
}

/** Each value that a caller may have put into the address still counts, and the same without one. */
function compareVariables(old: JsonObject, new_: JsonObject, place: string[], report: Report) {
  const [before, after] = [Object(old.variables), Object(new_.variables)];
  for (const name of Object.keys(before)) {
    const [was, is] = [Object(before[name]), Object(after[name])];
    const at = [...place, "variables", name];
    const tell = (words: string, keyword: "default" | "enum", what: string) => {
      const values = { keyword, old: was[keyword], new: is[keyword] };
      report(`server-variable-${words}`, at, `\`${name}\` ${what}`, values);
    };
    if (was.default !== is.default) tell("changed", "default", "has another default");
    if (!hasAll(is.enum, was.enum)) tell("changed", "enum", "allows fewer values");
    else if (!hasAll(was.enum, is.enum)) tell("widened", "enum", "allows more values");
  }
}

/** Without a list, any value is allowed. */
function hasAll(list: unknown, wanted: unknown): boolean {
  if (!Array.isArray(list)) return true;
  return Array.isArray(wanted) && wanted.every((value) => list.includes(value));
}

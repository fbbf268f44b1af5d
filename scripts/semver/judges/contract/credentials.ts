/** What a caller has to present, operation by operation, and where it gets a token. */
import { isObject } from "@partner-center/spec";
import type { Contracts } from "../../places.ts";
import type { OperationPair } from "./operations.ts";
import { type Pair, type Part, pairsInside, partAt } from "./part.ts";
import type { Report } from "./report.ts";

/** Scopes by scheme: a caller has to present all of them. */
type Requirement = Record<string, string[]>;

/** An operation's own `security` counts, also an empty list, else that of the contract. */
export function compareSecurity(pair: OperationPair, report: Report): void {
  const [before, after] = [requirementsOf(pair.old), requirementsOf(pair.new)];
  const lost = before.find((one) => !after.some((other) => suffices(one, other)));
  const owner = [pair.new, pair.old].find(({ value }) => Array.isArray(value.security));
  const place = [...(owner?.place ?? []), "security"];
  const call = owner ? ` for ${pair.name}` : "";
  const values = { old: before, new: after };
  if (lost) {
    report("security-tightened", place, `${nameOf(lost)} no longer suffices${call}`, values);
  } else if (after.some((one) => !before.some((other) => suffices(one, other)))) {
    report("security-loosened", place, `other credentials suffice, too${call}`, values);
  }
}

function requirementsOf({ contract, value }: Part): Requirement[] {
  const own = Array.isArray(value.security) ? value.security : contract.security;
  const all = Array.isArray(own) && own.length > 0 ? own : [{}];
  return all.filter(isObject).map((one) => {
    const entries = Object.entries(one);
    return Object.fromEntries(
      entries.map(([name, scopes]) => [name, Array.isArray(scopes) ? scopes.map(String) : []]),
    );
  });
}

/** Whether a caller who meets the first meets the second, too. */
function suffices(has: Requirement, needs: Requirement): boolean {
  return Object.entries(needs).every(([name, scopes]) => {
    const own = has[name];
    return own && scopes.every((scope) => own.includes(scope));
  });
}

function nameOf(requirement: Requirement): string {
  const entries = Object.entries(requirement);
  if (entries.length === 0) return "a call without credentials";
  return entries.map(([name, scopes]) => [`\`${name}\``, ...scopes].join(" ")).join(" with ");
}

const addresses = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

/** The flows of OAuth, with the addresses and scopes of each. */
export function compareFlows({ base, revision }: Contracts, report: Report): void {
  const [old, new_] = [partAt(base, ["components"]), partAt(revision, ["components"])];
  if (!old || !new_) return;
  for (const scheme of pairsInside({ old, new: new_ }, "securitySchemes")) {
    compareKeys(scheme, "flows", (flow) => `the flow \`${flow}\` of \`${scheme.key}\``, report);
    compareAddress(scheme, "oauth2MetadataUrl", scheme.key, report);
    for (const flow of pairsInside(scheme, "flows")) {
      for (const address of addresses) compareAddress(flow, address, flow.key, report);
      compareKeys(flow, "scopes", (scope) => `the scope \`${scope}\` of \`${flow.key}\``, report);
    }
  }
}

function compareAddress({ old, new: new_ }: Pair, key: string, owner: string, report: Report) {
  const [before, after] = [old.value[key], new_.value[key]];
  if (before === undefined || before === after) return;
  const values = { keyword: key, old: before, new: after };
  report("oauth-url-changed", new_.place, `\`${key}\` of \`${owner}\` changed`, values);
}

function compareKeys(
  { old, new: new_ }: Pair,
  keyword: "flows" | "scopes",
  sentence: (key: string) => string,
  report: Report,
) {
  const [before, after] = [Object(old.value[keyword]), Object(new_.value[keyword])];
  for (const key of Object.keys({ ...before, ...after })) {
    if (key in before === key in after || key.startsWith("x-")) continue;
    const isRemoved = key in before;
    const words = `oauth-${keyword === "flows" ? "flow" : "scope"}-${isRemoved ? "removed" : "added"}`;
    const place = [...(isRemoved ? old : new_).place, keyword, key];
    const values = isRemoved ? { old: before[key] } : { new: after[key] };
    report(words, place, `${sentence(key)} is ${isRemoved ? "removed" : "new"}`, values);
  }
}

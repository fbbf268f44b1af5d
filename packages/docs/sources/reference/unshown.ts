/** What of a contract no page of the reference shows: every keyword that the pages do not know. */
import {
  type Contract,
  isObject,
  type JsonObject,
  operationsOf,
  resolve,
  schemaNameOf,
  schemasOf,
} from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { type Kind, type Rule, shownKeywords } from "./shown-keywords.ts";

/** A keyword that a page does not show, and the object of the contract that has it. */
export interface Unshown {
  keyword: string;
  holder: JsonObject;
}

/** What the page of something does not show of it. Definitions have pages of their own. */
export function findUnshown(contract: Contract, kind: Kind, thing: unknown): Unshown[] {
  const found: Unshown[] = [];
  const seen = new Set<object>();
  const visit = (kind: Kind, thing: unknown): void => {
    if (!isObject(thing)) return;
    const isDefinition = kind === "schema" && schemaNameOf(thing) !== undefined;
    const holder = isDefinition ? thing : resolve(contract, thing);
    if (seen.has(holder)) return;
    seen.add(holder);
    for (const [keyword, value] of Object.entries(holder)) {
      const rule = shownKeywords[kind][keyword];
      if (rule !== undefined) follow(rule, value);
      else if (keyword !== "$ref") found.push({ keyword, holder });
    }
  };
  const follow = (rule: Rule, value: unknown): void => {
    if (rule === "shown") return;
    if (typeof rule === "string") visit(rule, value);
    else if (typeof value === "object" && value !== null) {
      for (const each of Object.values(value)) visit(rule[0], each);
    }
  };
  visit(kind, thing);
  return found;
}

/** What no page shows of the whole contract: `callbacks 2, webhooks 1`; undefined when all is shown. */
export function summariseUnshown(contract: Contract): string | undefined {
  const all = [
    ...findUnshown(contract, "document", contract),
    ...Object.values(contract.paths ?? {}).flatMap((item) => findUnshown(contract, "path", item)),
    ...operationsOf(contract).flatMap(({ operation }) =>
      findUnshown(contract, "operation", operation),
    ),
    ...Object.values(schemasOf(contract)).flatMap((schema) =>
      findUnshown(contract, "schema", schema),
    ),
  ];
  // What several operations share counts once.
  const holders = new Map<string, Set<object>>();
  for (const { keyword, holder } of all) {
    holders.set(keyword, (holders.get(keyword) ?? new Set()).add(holder));
  }
  const counts = [...holders].map(([keyword, { size }]) => `${keyword} ${size}`);
  return counts.length > 0 ? counts.sort().join(", ") : undefined;
}

/** Where to read what a page leaves out. */
export function unshownNote(texts: InterfaceTexts, unshown: readonly Unshown[]): Html | undefined {
  const keywords = [...new Set(unshown.map(({ keyword }) => keyword))].sort();
  if (keywords.length === 0) return undefined;
  const names = keywords.map((keyword, index) => html`${index > 0 && ", "}<code>${keyword}</code>`);
  return html`<p>${texts.unshown}: ${names}. ${texts.unshownElsewhere} <a href="site:redoc/">Redoc</a>, <a href="site:openapi.json">openapi.json</a>.</p>`;
}

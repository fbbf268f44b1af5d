import type MiniSearch from "minisearch";
import type { IndexedSection } from "./search-options.ts";

export interface Found {
  address: string;
  page: string;
  heading: string;
}

/** The best section of each page, best page first. */
export function findPages(index: MiniSearch<IndexedSection>, query: string): Found[] {
  const best = new Map<string, Found>();
  // Sections with all words come before sections with some of them.
  const found = [...index.search(query, { combineWith: "AND" }), ...index.search(query)];
  for (const { address, page, heading } of found) {
    const path = String(address).split("#")[0] ?? "";
    if (!best.has(path)) best.set(path, { address, page, heading });
  }
  return [...best.values()];
}

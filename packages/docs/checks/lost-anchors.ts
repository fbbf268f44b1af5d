/**
 * Addresses that readers may have kept: those of every release stand in anchors.txt, and must go on
 * leading somewhere.
 *
 * Usage: node checks/lost-anchors.ts --add       (adds the built site's to the list; part of a release)
 *
 * A member that a major release removes takes its address along: delete its line by hand.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { allAnchors } from "./find-broken-links.ts";

const list = new URL("anchors.txt", import.meta.url);

/** Ids that serve the page itself, and the changes that have no version yet. */
const isKept = (address: string): boolean => !/#(content|menu|next)(-|$)/.test(address);

export function findLostAnchors(): string[] {
  const now = new Set(allAnchors());
  return readList().filter((address) => !now.has(address));
}

const readList = (): string[] => readFileSync(list, "utf8").split("\n").filter(Boolean);

if (import.meta.main && process.argv[2] === "--add") {
  const all = new Set([...readList(), ...allAnchors().filter(isKept)]);
  writeFileSync(list, `${[...all].sort().join("\n")}\n`);
  console.log(`${all.size} addresses in packages/docs/checks/anchors.txt`);
}

import { type Contract, isObject } from "../contract.ts";
import type { Facts } from "./facts.ts";
import { readContract } from "./read-contract.ts";

/** Where the contract and the vendor's page differ, a sentence each with what to do. */
export function comparePage(contract: Contract, page: Facts): string[] {
  return differences(readContract(contract), page, []);
}

function differences(ours: unknown, page: unknown, place: string[]): string[] {
  const at = placeName(place);
  if (page === undefined) {
    return [`${at} is not on the vendor's page: give it x-addition with its source.`];
  }
  if (ours === undefined) return [`${at} is on the vendor's page, but not in the contract.`];
  if (Array.isArray(ours) && Array.isArray(page)) {
    const more = ours.filter((value) => !page.includes(value));
    const fewer = page.filter((value) => !ours.includes(value));
    return [
      ...more.map((value) => `${at}: "${value}" is not on the vendor's page: ${enumAddition}`),
      ...fewer.map(
        (value) => `${at}: "${value}" is on the vendor's page, but not in the contract.`,
      ),
    ];
  }
  if (isObject(ours) && isObject(page)) {
    const keys = new Set([...Object.keys(page), ...Object.keys(ours)]);
    return [...keys].flatMap((key) => differences(ours[key], page[key], [...place, key]));
  }
  if (ours === page) return [];
  const [said, is] = [page, ours].map((value) => JSON.stringify(value));
  return [`${at}: the vendor's page says ${said}, the contract ${is}.`];
}

const enumAddition = "give its source in the enum's x-enumAdditions.";

/** `definitions`, `Microsoft.….Order`, `status` → `Order.status`. */
function placeName([kind = "", name = "", ...rest]: string[]): string {
  if (kind === "definitions") return [name.split(".").at(-1), ...rest].join(".");
  return [kind, name, ...rest].filter((part) => part !== "").join(" ");
}

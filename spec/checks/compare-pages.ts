import { type Contract, isObject, operationsOf } from "../contract.ts";
import type { Pages } from "./facts.ts";
import { readContract } from "./read-contract.ts";

/**
 * Where the contract and the vendor's pages differ, a sentence each with what to do. An operation has
 * a page, or `x-addition`: then nothing that only it uses is compared.
 */
export function comparePages(contract: Contract, pages: Pages): string[] {
  const calls = operationsOf(contract);
  const gone = Object.keys(pages).filter((name) => !calls.some(({ id }) => id === name));
  const findings = calls.flatMap((call) => {
    const { id, operation } = call;
    const page = pages[id];
    const isAddition = operation["x-addition"] !== undefined;
    if (page && isAddition) {
      return [`${id} has x-addition and ${fileOf(id)}: remove the one that is wrong.`];
    }
    if (page) return differences(readContract(contract, call), page, [id]);
    return isAddition ? [] : [`${id} is not on the vendor's page: ${sourceOfOperation(id)}`];
  });
  return [
    // Several operations use one schema.
    ...new Set(findings),
    ...gone.map((id) => {
      const { method, path } = pages[id] ?? {};
      return `${id} (${method} ${path}) has ${fileOf(id)}, but is not in the contract.`;
    }),
  ];
}

const fileOf = (id: string) => `spec/checks/facts/${id}.json`;

const sourceOfOperation = (id: string) =>
  `give it x-addition with its source, or write what its page says into ${fileOf(id)}.`;

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

/** `getOrder`, `definitions`, `Microsoft.….Order`, `status` → `Order.status`. */
function placeName([operationId = "", kind = "", name = "", ...rest]: string[]): string {
  if (kind === "definitions") return [name.split(".").at(-1), ...rest].join(".");
  return [operationId, kind, name, ...rest].filter((part) => part !== "").join(" ");
}

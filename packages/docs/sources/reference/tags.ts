import { type Contract, operationsOf, type PlacedOperation } from "@partner-center/spec";
import { Anchors } from "./anchors.ts";

/** The operations of each tag, in the order of the contract's tags; first those without one. */
export function operationsByTag(contract: Contract): Map<string | undefined, PlacedOperation[]> {
  const groups = new Map<string | undefined, PlacedOperation[]>([[undefined, []]]);
  for (const { name } of contract.tags ?? []) groups.set(name, []);
  for (const placed of operationsOf(contract)) {
    const { tags = [] } = placed.operation;
    for (const tag of tags.length > 0 ? new Set(tags) : [undefined]) {
      const group = groups.get(tag);
      if (group) group.push(placed);
      else groups.set(tag, [placed]);
    }
  }
  return groups;
}

/** Every operation once, by its first tag. */
export const operationsInOrder = (contract: Contract): PlacedOperation[] =>
  [...operationsByTag(contract)].flatMap(([tag, operations]) =>
    operations.filter(({ operation }) => operation.tags?.[0] === tag),
  );

/** Where the contract's page has each tag. */
export function tagAnchorsIn(contract: Contract): ReadonlyMap<string, string> {
  const anchors = new Anchors();
  const names = [...operationsByTag(contract).keys()].filter((name) => name !== undefined);
  return new Map(names.map((name) => [name, anchors.take(`tag-${name}`)]));
}

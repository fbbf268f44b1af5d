/** The operations that both contracts have, with those of webhooks and callbacks. */
import { methods } from "@partner-center/spec";
import type { Contracts } from "../../places.ts";
import { inside, type Pair, type Part, partAt } from "./part.ts";

export interface OperationPair extends Pair {
  /** `GET /orders/{id}` */
  name: string;
  /** The path items that the operations belong to. */
  items: Pair;
  /** Whether the service makes the call: it sends the request, and reads the response. */
  isCalledBack: boolean;
}

interface Operation {
  name: string;
  part: Part;
  item: Part;
  isCalledBack: boolean;
}

export function pairOperations({ base, revision }: Contracts): OperationPair[] {
  const after = new Map(operationsOf(partAt(revision, [])));
  return operationsOf(partAt(base, [])).flatMap(([key, old]) => {
    const new_ = after.get(key);
    if (!new_) return []; // Every other judge reports it.
    const { name, isCalledBack } = old;
    const items = { old: old.item, new: new_.item };
    return [{ name, old: old.part, new: new_.part, items, isCalledBack }];
  });
}

/** By name without those of the path's parameters: a renamed one is for the other judges. */
function operationsOf(root: Part | undefined): [key: string, operation: Operation][] {
  const all = [
    ...inPaths(root, "paths", false, ""),
    ...inPaths(root, "webhooks", true, "webhook "),
  ];
  return all.map((operation) => [operation.name.replaceAll(/\{[^}]*\}/g, "{}"), operation]);
}

function inPaths(
  owner: Part | undefined,
  keyword: string,
  isCalledBack: boolean,
  prefix: string,
): Operation[] {
  return entriesOf(owner, keyword).flatMap(([path, item]) =>
    [...methods, "query"].flatMap((method) => {
      const part = inside(item, method);
      if (!part) return [];
      const name = `${prefix}${method.toUpperCase()} ${path}`;
      const callbacks = entriesOf(part, "callbacks").flatMap(([callback]) =>
        inPaths(inside(part, "callbacks"), callback, true, `${name} ${callback} `),
      );
      return [{ name, part, item, isCalledBack }, ...callbacks];
    }),
  );
}

function entriesOf(owner: Part | undefined, keyword: string): [key: string, part: Part][] {
  const group = owner && inside(owner, keyword);
  return Object.keys(group?.value ?? {}).flatMap((key) => {
    const part = group && inside(group, key);
    return part ? [[key, part]] : [];
  });
}

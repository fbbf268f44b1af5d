/** The operations that both contracts have, with those of webhooks and callbacks. */
import { methods } from "@partner-center/spec";
import type { Contracts } from "../places.ts";
import { inside, type Pair, type Part, partAt } from "./part.ts";

export interface OperationPair extends Pair {
  /** `GET /orders/{}` */
  name: string;
  /** The path items that the operations belong to. */
  items: Pair;
  /** Whether the service makes the call: it sends the request, and reads the response. */
  isCalledBack: boolean;
}

interface Operation {
  part: Part;
  item: Part;
  isCalledBack: boolean;
}

export function pairOperations({ base, revision }: Contracts): OperationPair[] {
  const after = new Map(operationsOf(partAt(revision, [])));
  return operationsOf(partAt(base, [])).flatMap(([name, old]) => {
    const new_ = after.get(name);
    if (!new_) return []; // Every other judge reports it.
    const { isCalledBack } = old;
    const items = { old: old.item, new: new_.item };
    return [{ name, old: old.part, new: new_.part, items, isCalledBack }];
  });
}

function operationsOf(root: Part | undefined): [name: string, operation: Operation][] {
  return [...inPaths(root, "paths", false, ""), ...inPaths(root, "webhooks", true, "webhook ")];
}

function inPaths(
  owner: Part | undefined,
  keyword: string,
  isCalledBack: boolean,
  prefix: string,
): [name: string, operation: Operation][] {
  return entriesOf(owner, keyword).flatMap(([path, item]) =>
    [...methods, "query"].flatMap((method) => {
      const part = inside(item, method);
      if (!part) return [];
      // A renamed parameter of a path is for the other judges.
      const name = `${prefix}${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, "{}")}`;
      const callbacks = entriesOf(part, "callbacks").flatMap(([callback]) =>
        inPaths(inside(part, "callbacks"), callback, true, `${name} ${callback} `),
      );
      return [[name, { part, item, isCalledBack }] as [string, Operation], ...callbacks];
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

/** Who sends a component: the service, its users, or both. */
import {
  type Contract,
  formatPointer,
  isObject,
  methods,
  type Operation,
  operationsOf,
  parsePointer,
  resolve,
  schemasOf,
  valueAt,
} from "@partner-center/spec";
import type { Contracts, Place } from "./places.ts";

/**
 * Who uses a type: readers of a response need each new value to be an old one, writers of a request
 * need each old value to be a new one.
 */
export type Direction = "reading" | "writing";

/** In which directions the type at a path is sent; the same as what it is in, if nothing says so. */
export type Directions = (path: string[], around: Direction) => Direction[];

export function directionsIn({ base, revision }: Contracts): Directions {
  const used = [usedIn(base), usedIn(revision)];
  const called = new Set<unknown>(
    [base, revision].flatMap(webhooksOf).map(({ operationId }) => operationId),
  );
  const schemas = [base, revision].map(schemasOf);
  const written = new Set([base, revision].flatMap(writtenTypesOf));

  return (path, around) => {
    const [root = "", name = "", inner = ""] = path;
    if (path.length === 1 && schemas.some((each) => root in each)) {
      return ofComponent(["components", "schemas", root]);
    }
    if (path.length === 1 && written.has(root.toLowerCase())) return ["writing"];
    if (root === "components" && path.length === 3) return ofComponent(path);
    const part = path.at(-1) ?? "";
    const isPart =
      root === "operations"
        ? path.length === 3
        : path.length === 4 || (path.length === 3 && inner === "parameters");
    const hasParts = ["operations", "paths", "webhooks"].includes(root);
    if (!hasParts || !isPart || !["parameters", "requestBody", "responses"].includes(part)) {
      return [around];
    }
    const isCalled = root === "webhooks" || (root === "operations" && called.has(name));
    return [(part === "responses") === isCalled ? "writing" : "reading"];
  };

  /** What nobody sends is read, unless it can only be written. */
  function ofComponent(place: Place): Direction[] {
    const pointer = `#${formatPointer(place)}`;
    const directions = (["reading", "writing"] as const).filter((direction) =>
      used.some((one) => one[direction].has(pointer)),
    );
    if (directions.length > 0) return directions;
    return ["parameters", "requestBodies"].includes(place[1] ?? "") ? ["writing"] : ["reading"];
  }
}

/** The types that are generated for what users send to operations. */
function writtenTypesOf(contract: Contract): string[] {
  const names = operationsOf(contract).flatMap(({ id }) => [`${id}Params`, `${id}Body`]);
  const answers = webhooksOf(contract).map(({ operationId }) => `${operationId}Response`);
  return [...names, ...answers].map((name) => name.toLowerCase());
}

function webhooksOf(contract: Contract): Operation[] {
  return Object.values(contract.webhooks ?? {}).flatMap((reference) => {
    const item = resolve(contract, reference);
    return methods.flatMap((method) => item[method] ?? []);
  });
}

function usedIn(contract: Contract): Record<Direction, Set<string>> {
  const used = { reading: new Set<string>(), writing: new Set<string>() };
  for (const [, item] of Object.entries(contract.paths ?? {})) follow(item, "reading");
  for (const { requestBody, parameters, responses } of webhooksOf(contract)) {
    follow([requestBody, parameters], "reading");
    follow(responses, "writing");
  }
  return used;

  function follow(value: unknown, direction: Direction): void {
    if (Array.isArray(value)) for (const one of value) follow(one, direction);
    if (!isObject(value)) return;
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === "string" && one.startsWith("#/")) {
        if (used[direction].has(one)) continue;
        used[direction].add(one);
        follow(valueAt(contract, parsePointer(one)), direction);
      } else if (key === "callbacks" && isObject(one) && "responses" in value) {
        followCallbacks(one);
      } else {
        const isWritten = (key === "requestBody" || key === "parameters") && isOfOperation(value);
        follow(one, isWritten ? "writing" : direction);
      }
    }
  }

  /** What the service sends is read, and what it gets back is written. */
  function followCallbacks(callbacks: object): void {
    for (const callback of Object.values(callbacks)) {
      for (const item of Object.values(resolve(contract, callback))) {
        if (!isObject(item)) continue;
        for (const operation of Object.values(item)) {
          if (!isObject(operation)) continue;
          follow(operation.requestBody, "reading");
          follow(operation.responses, "writing");
        }
      }
    }
  }
}

/** Or of a path: a property may be called `parameters`, too. */
function isOfOperation(owner: object): boolean {
  return "responses" in owner || methods.some((method) => method in owner);
}

/** Who sends a component: the service, its users, or both. */
import {
  type Contract,
  formatPointer,
  isObject,
  methods,
  type Operation,
  operationsOf,
  type PathItem,
  parsePointer,
  type Reference,
  resolve,
  schemasOf,
  valueAt,
} from "@partner-center/spec";
import type { Contracts, Place } from "../places.ts";

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

/** Pointers to what is referred to in either direction. */
function usedIn(contract: Contract): Record<Direction, Set<string>> {
  const used = { reading: new Set<string>(), writing: new Set<string>() };
  for (const item of Object.values(contract.paths ?? {})) followItem(item, false);
  for (const item of Object.values(contract.webhooks ?? {})) followItem(item, true);
  return used;

  function followItem(reference: PathItem | Reference, isCalledByService: boolean): void {
    const item = resolve(contract, reference);
    const requests = isCalledByService ? "reading" : "writing";
    const responses = isCalledByService ? "writing" : "reading";
    follow(item.parameters, requests);
    for (const method of methods) {
      const operation = item[method];
      follow([operation?.parameters, operation?.requestBody], requests);
      follow(operation?.responses, responses);
      for (const callback of Object.values(operation?.callbacks ?? {})) {
        for (const called of Object.values(resolve(contract, callback))) {
          followItem(called, !isCalledByService);
        }
      }
    }
  }

  function follow(value: unknown, direction: Direction): void {
    if (typeof value === "string" && value.startsWith("#/")) {
      if (used[direction].has(value)) return;
      used[direction].add(value);
      follow(valueAt(contract, parsePointer(value)), direction);
    } else if (Array.isArray(value) || isObject(value)) {
      for (const one of Object.values(value)) follow(one, direction);
    }
  }
}

import {
  type Contract,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  resolve,
} from "@partner-center/spec";
import type { ConsoleField, ConsoleOperation } from "../../browser/console-request.ts";

/** The operation that the console sends: the first that only reads, and sends no body for it. */
export const triedOperation = (contract: Contract): PlacedOperation | undefined =>
  operationsOf(contract).find(
    ({ method, operation }) => method === "get" && !operation.requestBody,
  );

/** What the console needs to know of an operation to send it. */
export function describeConsole(contract: Contract, placed: PlacedOperation): ConsoleOperation {
  const { path, operation } = placed;
  const parameters = parametersOf(contract, placed);
  const template = fillPrefixes(path, parameters);
  const fields = parameters.flatMap((parameter) => fieldOf(parameter, template));
  const preferences = Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
    const [media] = Object.values(resolve(contract, response).content ?? {});
    return Object.keys(media?.examples ?? {}).map((name) => `code=${status}, example=${name}`);
  });
  return { path: template, fields, preferences };
}

/** Gives a parameter that is only part of a segment, such as `v{version}`, its example's value. */
const fillPrefixes = (path: string, parameters: readonly Parameter[]): string =>
  path.replace(/(?<=[^/])\{([^{}]+)\}/g, (_all, wanted: string) =>
    String(parameters.find(({ name }) => name === wanted)?.example ?? ""),
  );

function fieldOf(
  { name, in: place, schema, example = "" }: Parameter,
  path: string,
): ConsoleField[] {
  if (place === "path" && path.includes(`{${name}}`)) {
    return [{ name, in: place, value: String(example), isBox: false }];
  }
  if (place !== "query") return [];
  const isBox = schema?.type === "boolean";
  return [{ name, in: place, value: isBox ? "true" : "", isBox }];
}

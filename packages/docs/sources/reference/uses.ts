/** Where the contract uses its definitions, found for all of them in one pass. */
import {
  type Contract,
  operationsOf,
  referenceName,
  resolve,
  type Schema,
  schemasOf,
} from "@partner-center/spec";
import { groupBy } from "../../page/group-by.ts";
import { type Html, html } from "../../page/html.ts";
import type { Places } from "./places.ts";

/** One place that uses a definition. */
interface Use {
  definition: string;
  link: Html;
}

/** The uses of each definition, by its name: in operations first, then in other definitions. */
export type Uses = ReadonlyMap<string, readonly Use[]>;

export function usesByDefinition(contract: Contract, places: Places): Uses {
  const all = [...usesInOperations(contract, places), ...usesInProperties(contract, places)];
  return groupBy(all, ({ definition }) => definition);
}

function usesInOperations(contract: Contract, places: Places): Use[] {
  return operationsOf(contract).flatMap((placed) =>
    Object.entries(placed.operation.responses ?? {}).flatMap(([status, response]) => {
      const { operation, id } = placed;
      const { content = {} } = resolve(contract, response);
      const bodies = Object.values(content).flatMap(({ schema }) => schema ?? []);
      const link = html`<a href="page:${places.operation(placed)}#${status}">${operation.summary ?? id}: ${status}</a>`;
      return usesOf(bodies, link);
    }),
  );
}

function usesInProperties(contract: Contract, places: Places): Use[] {
  return Object.entries(schemasOf(contract)).flatMap(([owner, { properties = {} }]) =>
    Object.entries(properties).flatMap(([property, schema]) => {
      const link = html`<a href="page:${places.schema(owner)}#${property}"><code>${owner}.${property}</code></a>`;
      return usesOf([schema], link);
    }),
  );
}

/** A place uses a definition once, in however many media types. */
function usesOf(schemas: readonly Schema[], link: Html): Use[] {
  const definitions = new Set(schemas.flatMap(definitionsIn));
  return [...definitions].map((definition) => ({ definition, link }));
}

/** The definition that a schema refers to, or that its entries do, at any depth of lists. */
function definitionsIn(schema: Schema): string[] {
  const own = referenceName(schema);
  return [...(own ? [own] : []), ...(schema.items ? definitionsIn(schema.items) : [])];
}

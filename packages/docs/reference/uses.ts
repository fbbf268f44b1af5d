/** Where the contract uses its definitions, found for all of them in one reading. */
import { groupBy } from "../site/group-by.ts";
import { type Html, html } from "../site/html.ts";
import {
  type Contract,
  definitionName,
  definitionPath,
  operationPath,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from "./contract.ts";

/** One place that uses a definition. */
export interface Use {
  definition: string;
  link: Html;
}

/** The uses of each definition: in operations first, then in other definitions. */
export function usesByDefinition(contract: Contract): Map<string, Use[]> {
  const all = [...usesInOperations(contract), ...usesInMembers(contract)];
  return groupBy(all, ({ definition }) => definition);
}

function usesInOperations(contract: Contract): Use[] {
  return operationsOf(contract).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, reference]) => {
      const { content = {} } = resolve<Response>(contract, reference);
      const bodies = Object.values(content).flatMap(({ schema }) => schema ?? []);
      const link = html`<a href="page:${operationPath(operation)}#${status}">${operation.summary}: ${status}</a>`;
      return usesOf(bodies, link);
    }),
  );
}

function usesInMembers({ components }: Contract): Use[] {
  return Object.entries(components.schemas).flatMap(([owner, { properties = {} }]) =>
    Object.entries(properties).flatMap(([member, schema]) => {
      const link = html`<a href="page:${definitionPath(owner)}#${member}"><code>${owner}.${member}</code></a>`;
      return usesOf([schema], link);
    }),
  );
}

/** A place uses a definition once, in however many media types. */
function usesOf(schemas: readonly Schema[], link: Html): Use[] {
  const definitions = new Set(schemas.flatMap(definitionsIn));
  return [...definitions].map((definition) => ({ definition, link }));
}

/** The definition that a schema refers to, or that its entries do, however deep the lists lie. */
function definitionsIn(schema: Schema): string[] {
  const own = definitionName(schema);
  return [...(own ? [own] : []), ...(schema.items ? definitionsIn(schema.items) : [])];
}

/** Where the contract uses its definitions, found for all of them in one pass. */
import {
  type Contract,
  type MediaType,
  type Named,
  operationsOf,
  type PlacedOperation,
  parametersOf,
  requestBodyOf,
  resolve,
  type Schema,
  schemaNameOf,
  schemasOf,
} from "@partner-center/spec";
import { groupBy } from "../../page/group-by.ts";
import { type Html, html } from "../../page/html.ts";
import { anchorOf } from "./anchors.ts";
import type { Places } from "./places.ts";
import { inPlace, partsOf } from "./schema-parts.ts";

/** One place that uses a definition. */
interface Use {
  definition: string;
  link: Html;
}

/** The uses of each definition, by its name: in operations first, then in other definitions. */
export type Uses = ReadonlyMap<string, readonly Use[]>;

export function usesByDefinition(
  contract: Contract,
  places: Places,
  requestBody = "request body",
): Uses {
  const all = [
    ...operationsOf(contract).flatMap((placed) =>
      usesInOperation(contract, places, placed, requestBody),
    ),
    ...Object.entries(schemasOf(contract)).flatMap(([owner, schema]) =>
      usesInDefinition(contract, places, owner, schema),
    ),
  ];
  return groupBy(all, ({ definition }) => definition);
}

function usesInOperation(
  contract: Contract,
  places: Places,
  placed: PlacedOperation,
  requestBody: string,
): Use[] {
  const { operation, id } = placed;
  const usesAt = (anchor: string, label: string, schemas: readonly Schema[]): Use[] => {
    const link = html`<a href="page:${places.operation(placed)}#${anchor}">${operation.summary ?? id}: ${label}</a>`;
    const definitions = schemas.flatMap((schema) => definitionsIn(contract, schema));
    return unique(definitions.map(({ definition }) => ({ definition, link })));
  };
  const body = requestBodyOf(contract, operation);
  return [
    ...parametersOf(contract, placed).flatMap(({ name, schema, content }) =>
      usesAt(anchorOf([name]), name, [...(schema ? [schema] : []), ...schemasIn(content)]),
    ),
    ...(body ? usesAt("body", requestBody, schemasIn(body.content)) : []),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, reference]) => {
      const { content, headers = {} } = resolve(contract, reference);
      const ofHeaders = Object.values(headers).flatMap((header) =>
        [resolve(contract, header).schema ?? []].flat(),
      );
      return usesAt(status, status, [...schemasIn(content), ...ofHeaders]);
    }),
  ];
}

const schemasIn = (content: Named<MediaType> = {}): Schema[] =>
  Object.values(content).flatMap(({ schema }) => schema ?? []);

function usesInDefinition(
  contract: Contract,
  places: Places,
  owner: string,
  schema: Schema,
): Use[] {
  const uses = definitionsIn(contract, schema).map(({ definition, path }) => {
    const anchor = path.length > 0 && `#${anchorOf(path)}`;
    const label = [owner, ...path].join(".");
    const link = html`<a href="page:${places.schema(owner)}${anchor}"><code>${label}</code></a>`;
    return { definition, link };
  });
  return unique(uses);
}

/** A place uses a definition once, in however many media types or alternatives. */
const unique = (uses: readonly Use[]): Use[] => [
  ...new Map(uses.map((use) => [`${use.definition} ${use.link.text}`, use])).values(),
];

interface Found {
  definition: string;
  /** The property that refers to it, after those that it is in; none for a part of the whole. */
  path: readonly string[];
}

/** The definitions that a schema refers to, from whatever it describes in place. */
function definitionsIn(
  contract: Contract,
  schema: Schema,
  path: readonly string[] = [],
  property: readonly string[] = [],
  above: readonly Schema[] = [],
): Found[] {
  const definition = schemaNameOf(schema);
  const found = inPlace(contract, schema);
  if (above.includes(found)) return [];
  const own = definition === undefined ? [] : [{ definition, path: property }];
  const inside = partsOf(found).flatMap((part) => {
    const next = [...path, ...part.step];
    const at = part.required === undefined ? property : next;
    return definitionsIn(contract, part.schema, next, at, [...above, found]);
  });
  return [...own, ...inside];
}

/** The parts of the bundled contract that the reference shows. */
export interface Contract {
  info: {
    title: string;
    version: string;
    summary?: string;
    description?: string;
    license?: { name: string };
  };
  externalDocs?: ExternalDocs;
  servers: (Described & { url: string })[];
  tags?: (Described & { name: string; externalDocs?: ExternalDocs })[];
  security?: Record<string, string[]>[];
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes?: Record<
      string,
      Described & { type: string; scheme?: string; bearerFormat?: string }
    >;
  };
}

const methods = ["get", "put", "post", "delete", "patch", "head", "options"] as const;
type Method = (typeof methods)[number];

export interface Described {
  description?: string;
  /** Where something is documented that the vendor's page lacks. */
  "x-addition"?: string;
}

export interface ExternalDocs {
  description?: string;
  url: string;
}

export interface Operation extends Described {
  operationId: string;
  summary: string;
  externalDocs?: ExternalDocs;
  security?: Record<string, string[]>[];
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Response | Reference>;
}

export interface Parameter extends Described {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface Header extends Described {
  schema: Schema;
  example?: unknown;
}

export interface Response extends Described {
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example | Reference>;
}

export interface Example extends Described {
  summary?: string;
  value?: unknown;
}

export interface Reference {
  $ref: string;
}

export interface Schema extends Described {
  $ref?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: boolean | Schema;
  enum?: unknown[];
  examples?: unknown[];
  "x-dotnet-type"?: string;
  "x-enumDescriptions"?: Record<string, string>;
  /** Where values are documented that the vendor's page lacks. */
  "x-enumAdditions"?: Record<string, string>;
  "x-ms-enum"?: { name: string; modelAsString?: boolean };
}

/** What a reference leads to, or the thing itself. */
export function resolve<Thing extends object>(contract: Contract, thing: Thing | Reference): Thing {
  if (!("$ref" in thing) || typeof thing.$ref !== "string") return thing as Thing;
  const found = thing.$ref
    .split("/")
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], contract);
  if (!found) throw new Error(`The contract has no ${thing.$ref}`);
  // The bundle was linted: a reference leads to a thing of the kind that stands in its place.
  return found as Thing;
}

/** The name of the definition that a schema refers to. */
export function definitionName(schema: Schema): string | undefined {
  return schema.$ref?.replace("#/components/schemas/", "");
}

/** `OrderLineItem` has the page reference/order-line-item/. */
export function definitionPath(name: string): string {
  return `reference/${kebab(name)}/`;
}

/** `getOrder` has the page reference/get-order/. */
export const operationPath = (operation: Operation): string =>
  `reference/${kebab(operation.operationId)}/`;

const kebab = (name: string) => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();

export interface PlacedOperation {
  path: string;
  method: Method;
  operation: Operation;
}

export function operationsOf(contract: Contract): PlacedOperation[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

/** The names of all definitions, in the order in which a reader of the operations meets them. */
export function definitionNames(contract: Contract): string[] {
  const met = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const name = definitionName(value);
    if (name === undefined || !("$ref" in value)) {
      for (const member of Object.values(value)) visit(member);
    } else if (!name.startsWith("#/")) {
      if (met.has(name)) return;
      met.add(name);
      visit(contract.components.schemas[name]);
    } else {
      visit(resolve(contract, value as Reference));
    }
  };
  visit(operationsOf(contract).map(({ operation }) => operation.responses));
  return [...new Set([...met, ...Object.keys(contract.components.schemas)])];
}

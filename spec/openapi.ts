/**
 * The parts of an OpenAPI 3 document, as far as the project reads them. What OpenAPI makes optional is
 * optional here, so that other people's contracts can be read too.
 */
export type JsonObject = { [key: string]: unknown };

export type Contract = {
  openapi: string;
  info: Info;
  externalDocs?: ExternalDocs;
  servers?: Server[];
  security?: SecurityRequirement[];
  tags?: Tag[];
  paths?: Named<PathItem | Reference>;
  /** Calls that the service makes. */
  webhooks?: Named<PathItem | Reference>;
  components?: {
    schemas?: Named<Schema>;
    responses?: Named<Response | Reference>;
    parameters?: Named<Parameter | Reference>;
    examples?: Named<Example | Reference>;
    requestBodies?: Named<RequestBody | Reference>;
    headers?: Named<Header | Reference>;
    securitySchemes?: Named<SecurityScheme | Reference>;
    pathItems?: Named<PathItem | Reference>;
  };
};

export type Info = {
  title: string;
  version: string;
  summary?: string;
  description?: string;
  license?: { name: string; url?: string };
  contact?: { name?: string; url?: string; email?: string };
  termsOfService?: string;
};

export type Described = {
  description?: string;
  /** Where something is documented that the vendor's page lacks. */
  "x-addition"?: string;
};

export type ExternalDocs = { description?: string; url: string };

export type Server = Described & { url: string; variables?: Named<JsonObject> };

export type Tag = Described & { name: string; externalDocs?: ExternalDocs };

export type SecurityRequirement = Named<string[]>;

export type SecurityScheme = Described & {
  type: string;
  scheme?: string;
  bearerFormat?: string;
  /** Of an API key: the header, parameter or cookie that holds it. */
  name?: string;
  in?: string;
  openIdConnectUrl?: string;
  /** Of OAuth 2. */
  flows?: Named<JsonObject>;
};

export type PathItem = { [M in Method]?: Operation } & {
  summary?: string;
  description?: string;
  servers?: Server[];
  parameters?: (Parameter | Reference)[];
};

export type Operation = Described & {
  operationId?: string;
  summary?: string;
  tags?: string[];
  deprecated?: boolean;
  externalDocs?: ExternalDocs;
  security?: SecurityRequirement[];
  servers?: Server[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Named<Response | Reference>;
  /** Calls that the service makes because of this one, by name and then by URL. */
  callbacks?: Named<Named<PathItem | Reference> | Reference>;
  /** What to do about an error, by its status. */
  "x-hints"?: Named<string>;
  /** Programs that call the operation, as Redoc, Scalar and others show them. */
  "x-codeSamples"?: CodeSample[];
};

export type CodeSample = { lang: string; label: string; source: string };

export type Parameter = Described & {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  deprecated?: boolean;
  /** How an array or object is written; the default depends on `in`. */
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: Schema;
  /** In place of `schema`: the value is written in a media type. */
  content?: Named<MediaType>;
  example?: unknown;
  examples?: Named<Example | Reference>;
};

export type Header = Described & {
  required?: boolean;
  deprecated?: boolean;
  schema?: Schema;
  content?: Named<MediaType>;
  example?: unknown;
  examples?: Named<Example | Reference>;
};

export type RequestBody = Described & { required?: boolean; content?: Named<MediaType> };

export type Response = Described & {
  headers?: Named<Header | Reference>;
  content?: Named<MediaType>;
};

export type MediaType = {
  schema?: Schema;
  example?: unknown;
  examples?: Named<Example | Reference>;
};

export type Example = Described & { summary?: string; value?: unknown };

export type Reference = { $ref: string; summary?: string; description?: string };

export type Schema = Described & {
  $ref?: string;
  type?: string | string[];
  title?: string;
  format?: string;
  properties?: Named<Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  patternProperties?: Named<Schema>;
  unevaluatedProperties?: boolean | Schema;
  propertyNames?: Schema;
  dependentRequired?: Named<string[]>;
  dependentSchemas?: Named<Schema>;
  prefixItems?: Schema[];
  contains?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping?: Named<string> };
  enum?: unknown[];
  const?: unknown;
  /** OpenAPI 3.0; in 3.1 `type` lists "null". */
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number | boolean;
  exclusiveMaximum?: number | boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  readOnly?: boolean;
  writeOnly?: boolean;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  deprecated?: boolean;
  externalDocs?: ExternalDocs;
  /** The name of the definition on the vendor's page. */
  "x-dotnet-type"?: string;
  "x-ms-enum"?: { name?: string; modelAsString?: boolean };
  /** A sentence for each value of `enum`. */
  "x-enumDescriptions"?: Named<string>;
  /** Where values are documented that the vendor's page lacks. */
  "x-enumAdditions"?: Named<string>;
  /** What a status means for a caller that waits for an order. */
  "x-orderProgress"?: Named<string>;
};

export type Named<Thing> = { [name: string]: Thing };

/** In the order of the specification. */
export const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;
export type Method = (typeof methods)[number];

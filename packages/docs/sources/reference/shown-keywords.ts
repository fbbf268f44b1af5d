/** The keywords of OpenAPI that the reference shows, by the kind of object that has them. */

/** What a keyword holds: something that is shown as it is, an object, or a list or map of objects. */
export type Rule = "shown" | Kind | readonly [Kind];

export type Kind =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "variable"
  | "tag"
  | "link"
  | "components"
  | "scheme"
  | "flow"
  | "path"
  | "operation"
  | "parameter"
  | "header"
  | "body"
  | "response"
  | "media"
  | "example"
  | "schema"
  | "discriminator";

const shown = (...keywords: string[]): Record<string, Rule> =>
  Object.fromEntries(keywords.map((keyword) => [keyword, "shown"]));

const documentation = { ...shown("description", "x-addition"), externalDocs: "link" } as const; // A kind.

const named: Record<string, Rule> = {
  ...shown("name", "required", "deprecated", "style", "explode", "example"),
  ...documentation,
  schema: "schema",
  content: ["media"],
  examples: ["example"],
};

/** Extensions that are for tools, and words that only name things, need no place on a page. */
export const shownKeywords: Readonly<Record<Kind, Readonly<Record<string, Rule>>>> = {
  document: {
    ...shown("openapi", "jsonSchemaDialect", "security", "paths"),
    ...documentation,
    info: "info",
    servers: ["server"],
    tags: ["tag"],
    components: "components",
  },
  info: {
    ...shown("title", "version", "summary", "description", "termsOfService"),
    contact: "contact",
    license: "license",
  },
  contact: shown("name", "email", "url"),
  license: shown("name", "url", "identifier"),
  server: { ...shown("url"), ...documentation, variables: ["variable"] },
  variable: shown("default", "enum", "description"),
  tag: { ...shown("name"), ...documentation },
  link: shown("description", "url"),
  components: {
    // Each schema has a page; the others are shown where something refers to them.
    ...shown("schemas", "responses", "parameters", "examples", "requestBodies", "headers"),
    ...shown("callbacks", "links", "pathItems"),
    securitySchemes: ["scheme"],
  },
  scheme: {
    ...shown("type", "scheme", "bearerFormat", "name", "in", "openIdConnectUrl"),
    ...documentation,
    flows: ["flow"],
  },
  flow: shown("authorizationUrl", "tokenUrl", "refreshUrl", "scopes"),
  path: {
    ...shown("summary", "description", "x-addition"),
    ...shown("get", "put", "post", "delete", "options", "head", "patch", "trace"),
    parameters: ["parameter"],
  },
  operation: {
    ...shown(
      "operationId",
      "summary",
      "tags",
      "deprecated",
      "security",
      "x-hints",
      "x-codeSamples",
    ),
    ...documentation,
    parameters: ["parameter"],
    requestBody: "body",
    responses: ["response"],
  },
  parameter: { ...named, ...shown("in", "allowReserved") },
  header: named,
  body: { ...shown("required", "description", "x-addition"), content: ["media"] },
  response: {
    ...shown("description", "x-addition"),
    headers: ["header"],
    content: ["media"],
  },
  media: { ...shown("example"), schema: "schema", examples: ["example"] },
  example: shown("summary", "description", "value", "x-addition"),
  schema: {
    ...shown("$schema", "$id", "$anchor", "$comment", "type", "title", "format", "enum", "const"),
    ...shown("default", "example", "examples", "nullable", "required", "deprecated"),
    ...shown("readOnly", "writeOnly", "minimum", "maximum", "multipleOf", "pattern"),
    ...shown("exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength"),
    ...shown("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
    ...shown("x-dotnet-type", "x-ms-enum", "x-enumDescriptions", "x-enumAdditions"),
    ...shown("x-orderProgress"),
    ...documentation,
    properties: ["schema"],
    items: "schema",
    additionalProperties: "schema",
    allOf: ["schema"],
    oneOf: ["schema"],
    anyOf: ["schema"],
    discriminator: "discriminator",
  },
  discriminator: shown("propertyName", "mapping"),
};

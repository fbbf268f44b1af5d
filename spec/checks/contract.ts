/** The parts of the bundled contract that the checks read. */
export type Contract = {
  info: { version: string };
  servers: (Extensions & { url: string })[];
  security: { [scheme: string]: string[] }[];
  paths: { [url: string]: { [method: string]: Operation } };
  components: {
    schemas: { [name: string]: Schema };
    parameters: { [name: string]: Parameter };
    headers: { [name: string]: Extensions };
    responses: { [name: string]: Response };
    examples: { [name: string]: { value: unknown } };
    securitySchemes: { [name: string]: { type: string; scheme?: string } };
  };
};

type Operation = {
  operationId: string;
  parameters: Reference[];
  responses: { [status: string]: Reference };
};

type Parameter = Extensions & { name: string; in: string; required?: boolean; schema: Schema };

type Response = Extensions & {
  headers: { [name: string]: Reference };
  content: { [mediaType: string]: { schema: Reference; examples: { [name: string]: Reference } } };
};

export type Schema = Extensions & {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  examples?: unknown[];
  /** The sources of the values that the vendor's page lacks. */
  "x-enumAdditions"?: { [value: string]: string };
  items?: Schema;
  properties?: { [name: string]: Schema };
  [keyword: string]: unknown;
};

type Reference = { $ref: string };

type Extensions = { "x-dotnet-type"?: string; "x-addition"?: string };

/** The component to which a reference leads, such as "#/components/schemas/Order". */
export function lookUp<Component>(
  components: { [name: string]: Component },
  reference: string,
): Component {
  const component = components[reference.slice(reference.lastIndexOf("/") + 1)];
  if (component === undefined) throw new Error(`${reference} leads nowhere.`);
  return component;
}

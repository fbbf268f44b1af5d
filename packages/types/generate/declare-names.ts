/** Declares names beside those of the generator: open enums, operations, and the version. */
import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "./describe-contract.ts";

/**
 * What is exported beside the contract's own declarations: of each open enum the known values, their
 * list and a guard, of each operation its parameters and bodies, and which contract this is.
 *
 * @param bundle the text of the contract; its bytes give `specSha256`
 */
export function declareNames(contract: JsonObject, bundle: string): string[] {
  return [
    ...openEnums(contract).map(declareOpenEnum),
    ...operations(contract).map(declareOperation),
    declareVersion(contract, bundle),
  ];
}

/** The name of an open enum's schema (`x-ms-enum` with `modelAsString`), undefined for others. */
export function openEnumName(schema: unknown): string | undefined {
  const extension = isObject(schema) ? schema["x-ms-enum"] : undefined;
  return isObject(extension) && extension.modelAsString === true
    ? String(extension.name)
    : undefined;
}

interface OpenEnum {
  name: string;
  values: string[];
}

function openEnums(contract: JsonObject): OpenEnum[] {
  const { schemas } = contract.components as { schemas: Record<string, JsonObject> };
  return Object.values(schemas).flatMap((schema) => {
    const name = openEnumName(schema);
    return name && Array.isArray(schema.enum) ? [{ name, values: schema.enum.map(String) }] : [];
  });
}

function declareOpenEnum({ name, values }: OpenEnum): string {
  const constant = `${name[0]?.toLowerCase()}${name.slice(1)}Values`;
  return `/** The values of {@link ${name}} that the contract lists; the service may send others. */
export type Known${name} = ${values.map((value) => JSON.stringify(value)).join(" | ")};

/** Every {@link Known${name}}, in the contract's order. */
export const ${constant}: readonly Known${name}[] = [
${values.map((value) => `    ${JSON.stringify(value)},\n`).join("")}];

/**
 * Tells whether a value is one that the contract lists, and narrows it to {@link Known${name}}.
 * Values are compared as they are: another casing is another value.
 *
 * @example isKnown${name}(${JSON.stringify(values[0])}) // true
 */
export function isKnown${name}(value: unknown): value is Known${name} {
    return (${constant} as readonly unknown[]).includes(value);
}
`;
}

interface Operation {
  id: string;
  responses: Record<string, JsonObject>;
}

function operations(contract: JsonObject): Operation[] {
  const components = contract.components as { responses?: Record<string, JsonObject> };
  const resolve = (response: JsonObject): JsonObject =>
    typeof response.$ref === "string"
      ? (components.responses?.[response.$ref.split("/").at(-1) ?? ""] ?? {})
      : response;
  return Object.values(contract.paths as Record<string, JsonObject>).flatMap((item) =>
    Object.values(item).flatMap((operation) => {
      if (!isObject(operation) || typeof operation.operationId !== "string") return [];
      const declared = Object.entries(operation.responses as Record<string, JsonObject>);
      const responses = declared.map(([status, response]) => [status, resolve(response)]);
      return [{ id: operation.operationId, responses: Object.fromEntries(responses) }];
    }),
  );
}

function declareOperation({ id, responses }: Operation): string {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  const operation = `operations["${id}"]`;
  const bodies = (isWanted: (status: string) => boolean) => {
    const types = Object.entries(responses)
      .filter(([status]) => isWanted(status))
      .map(([status, { content }]) => {
        const mediaType = isObject(content) ? Object.keys(content)[0] : undefined;
        const key = Number.isNaN(Number(status)) ? JSON.stringify(status) : status;
        return mediaType
          ? `${operation}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`
          : "undefined";
      });
    return [...new Set(types)].join("\n    | ") || "never";
  };
  return `/** Parameters of \`${id}\` as they go over the wire: path, query and header. */
export type ${name}Params = ${operation}["parameters"];

/** Body of a successful answer to \`${id}\`. */
export type ${name}Response = ${bodies((status) => status.startsWith("2"))};

/** Body of an answer to \`${id}\` with an error status, when it has one and it is JSON. */
export type ${name}Error =
    ${bodies((status) => !/^[123]/.test(status))};
`;
}

function declareVersion(contract: JsonObject, bundle: string): string {
  const { version } = contract.info as { version: string };
  return `/** Version of the contract that these types were generated from: its \`info.version\`. */
export const specVersion: string = ${JSON.stringify(version)};

/** SHA-256 of the contract, \`@partner-center/types/openapi.json\`, in lower-case hex. */
export const specSha256: string = "${createHash("sha256").update(bundle).digest("hex")}";
`;
}

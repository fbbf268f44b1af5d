/** Declares names beside those of the generator: open enums, operations, and the version. */
import { createHash } from "node:crypto";
import {
  type Contract,
  type OpenEnum,
  openEnumOf,
  operationsOf,
  type PlacedOperation,
  resolve,
  schemasOf,
} from "@partner-center/spec";

/**
 * What is exported beside the contract's own declarations: of each open enum the known values, their
 * list and a guard, of each operation its parameters and bodies, and which contract this is.
 *
 * @param bundle the contract as JSON; its bytes give `specSha256`
 */
export function declareNames(contract: Contract, bundle: string): string[] {
  const openEnums = Object.values(schemasOf(contract)).flatMap(
    (schema) => openEnumOf(schema) ?? [],
  );
  // The generator declares no operation that has no operationId.
  const operations = operationsOf(contract).filter(({ operation }) => operation.operationId);
  return [
    ...openEnums.map(declareOpenEnum),
    ...operations.map((operation) => declareOperation(contract, operation)),
    declareVersion(contract, bundle),
  ];
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
 * Values are compared exactly: another casing is another value.
 *
 * @example isKnown${name}(${JSON.stringify(values[0])}) // true
 */
export function isKnown${name}(value: unknown): value is Known${name} {
    return (${constant} as readonly unknown[]).includes(value);
}
`;
}

function declareOperation(contract: Contract, { id, operation }: PlacedOperation): string {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  const declared = `operations["${id}"]`;
  const responses = Object.entries(operation.responses ?? {});
  const bodies = (isWanted: (status: string) => boolean) => {
    const types = responses
      .filter(([status]) => isWanted(status))
      .map(([status, response]) => {
        const [mediaType] = Object.keys(resolve(contract, response).content ?? {});
        const key = Number.isNaN(Number(status)) ? JSON.stringify(status) : status;
        return mediaType
          ? `${declared}["responses"][${key}]["content"][${JSON.stringify(mediaType)}]`
          : "undefined";
      });
    return [...new Set(types)].join("\n    | ") || "never";
  };
  return `/** Parameters of \`${id}\` as they are sent: path, query and header. */
export type ${name}Params = ${declared}["parameters"];

/** Body of a successful response to \`${id}\`. */
export type ${name}Response = ${bodies((status) => status.startsWith("2"))};

/** Body of an error response to \`${id}\`, when it has one and it is JSON. */
export type ${name}Error =
    ${bodies((status) => !/^[123]/.test(status))};
`;
}

function declareVersion({ info }: Contract, bundle: string): string {
  return `/** Version of the contract that these types were generated from: its \`info.version\`. */
export const specVersion: string = ${JSON.stringify(info.version)};

/** SHA-256 of the contract, \`@partner-center/types/openapi.json\`, in lower-case hex. */
export const specSha256: string = "${createHash("sha256").update(bundle).digest("hex")}";
`;
}

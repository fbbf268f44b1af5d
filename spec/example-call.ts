import {
  bodyExamples,
  type Contract,
  jsonOf,
  operationsOf,
  type PlacedOperation,
  parameterExamples,
  parametersOf,
  requestBodyOf,
} from "./contract.ts";

/**
 * A command that makes the first call of a contract, with the contract's own examples for whatever
 * the call needs.
 *
 * @param origin of the server, without a slash at the end
 * @returns undefined for a contract without operations
 */
export function exampleCommand(contract: Contract, origin: string): string | undefined {
  const [call] = operationsOf(contract);
  if (!call) return undefined;
  const { method, operation } = call;
  const body = requestBodyOf(contract, operation);
  const json = body?.required ? jsonOf(body.content) : undefined;
  const [mediaType] = Object.entries(body?.content ?? {}).find(([, each]) => each === json) ?? [];
  const [, payload] = (json && bodyExamples(contract, json)[0]) ?? [];
  const headers = [
    ...((operation.security ?? contract.security ?? []).length > 0
      ? ["authorization: Bearer any"]
      : []),
    ...requiredValues(contract, call, "header").map(([name, value]) => `${name}: ${value}`),
    ...(json ? [`content-type: ${mediaType}`] : []),
  ];
  return [
    "curl",
    ...(method === "get" ? [] : [`-X ${method.toUpperCase()}`]),
    ...headers.map((header) => `-H "${header}"`),
    ...(json ? [`-d ${quoted(JSON.stringify(payload ?? null))}`] : []),
    quoted(origin + addressOf(contract, call)),
  ].join(" ");
}

function addressOf(contract: Contract, call: PlacedOperation): string {
  const inPath = new Map(requiredValues(contract, call, "path"));
  const path = call.path.replace(/\{([^}]+)\}/g, (_, name) =>
    encodeURIComponent(inPath.get(name) ?? "any"),
  );
  const query = new URLSearchParams(requiredValues(contract, call, "query"));
  return query.size > 0 ? `${path}?${query}` : path;
}

function requiredValues(
  contract: Contract,
  call: PlacedOperation,
  place: "path" | "query" | "header",
): [name: string, value: string][] {
  return parametersOf(contract, call)
    .filter((parameter) => parameter.in === place && parameter.required)
    .map((parameter) => [parameter.name, `${parameterExamples(contract, parameter)[0] ?? "any"}`]);
}

/** For a shell, where that is necessary. */
function quoted(text: string): string {
  return /^[\w:/.%-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

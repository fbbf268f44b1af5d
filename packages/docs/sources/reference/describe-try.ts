import { STATUS_CODES } from "node:http";
import {
  argumentNameOf,
  type Contract,
  isObject,
  type Parameter,
  type PlacedOperation,
  parametersOf,
  requestBodyOf,
  resolve,
  type Schema,
} from "@partner-center/spec";
import type { TriedField, TriedOperation } from "../../browser/try-request.ts";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { inPlace } from "./schema-parts.ts";

/** The button that opens "Try it", with all that it needs to know. */
export function tryButton(
  contract: Contract,
  placed: PlacedOperation,
  { tryIt }: InterfaceTexts,
): Html {
  const operation = JSON.stringify(describeTry(contract, placed));
  return html`<div class="try"><button class="open-try" type="button" data-operation="${operation}" data-texts="${JSON.stringify(tryIt)}">${tryIt.open}</button>
<p class="without-script">${tryIt.needsScript}</p></div>`;
}

/** What "Try it" needs to know of an operation. */
export function describeTry(contract: Contract, placed: PlacedOperation): TriedOperation {
  const { path, method, operation, id } = placed;
  const parameters = parametersOf(contract, placed);
  const template = fillPrefixes(path, parameters);
  const responses = Object.entries(operation.responses ?? {}).flatMap(([status, reference]) => {
    const [media] = Object.values(resolve(contract, reference).content ?? {});
    const named = Object.entries(media?.examples ?? {}).map(([name, example]) => ({
      name,
      title: resolve(contract, example).summary ?? name,
    }));
    const isEmpty = media === undefined && /^\d{3}$/.test(status);
    const examples = isEmpty ? [{ name: "", title: STATUS_CODES[status] ?? status }] : named;
    return examples.length > 0 ? [{ status, examples }] : [];
  });
  const body = bodyOf(contract, placed);
  return {
    name: id,
    method: method.toUpperCase(),
    path: template,
    fields: parameters.flatMap((parameter) => fieldOf(contract, parameter, template)),
    ...(body !== undefined && { body }),
    responses,
  };
}

/** Gives a parameter that is only part of a segment, such as `v{version}`, its example's value. */
const fillPrefixes = (path: string, parameters: readonly Parameter[]): string =>
  path.replace(/(?<=[^/])\{([^{}]+)\}/g, (_all, wanted: string) =>
    String(parameters.find(({ name }) => name === wanted)?.example ?? ""),
  );

/** Optional headers are left out: the client sends what a call needs. */
function fieldOf(contract: Contract, parameter: Parameter, path: string): TriedField[] {
  const { name, in: place, schema = {}, example, required } = parameter;
  if (place === "cookie" || (place === "header" && !required)) return [];
  if (place === "path" && !path.includes(`{${name}}`)) return [];
  const kind = kindOf(inPlace(contract, schema));
  const value = kind === "boolean" ? "true" : String(required ? (example ?? "") : "");
  return [{ argument: argumentNameOf(name), name, in: place, kind, value }];
}

function kindOf({ type }: Schema): TriedField["kind"] {
  const types = [type].flat();
  if (types.includes("boolean")) return "boolean";
  if (types.includes("integer") || types.includes("number")) return "number";
  return types.includes("array") ? "list" : "text";
}

/** An example of the body as JSON, or else an empty object. */
function bodyOf(contract: Contract, { operation }: PlacedOperation): string | undefined {
  const request = requestBodyOf(contract, operation);
  if (!request) return undefined;
  const [media = {}] = Object.values(request.content ?? {});
  const [named] = Object.values(media.examples ?? {});
  const value = media.example ?? (named && resolve(contract, named).value);
  return JSON.stringify(isObject(value) || Array.isArray(value) ? value : {}, null, 2);
}

import { STATUS_CODES } from "node:http";
import {
  argumentNameOf,
  type Contract,
  type Parameter,
  type PlacedOperation,
  parameterExamples,
  parametersOf,
  resolve,
  type Schema,
} from "@partner-center/spec";
import type { TriedField, TriedOperation } from "../../browser/try-request.ts";
import { type Html, html } from "../../page/html.ts";
import type { InterfaceTexts } from "../../page/interface-texts.ts";
import { sampleCall } from "../samples/sample-call.ts";
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
  const { name, method, path, body } = sampleCall(contract, placed);
  const template = path
    .map((part) => (typeof part === "string" ? part : `{${part.name}}`))
    .join("");
  const parameters = parametersOf(contract, placed);
  return {
    name,
    method,
    path: template,
    fields: parameters.flatMap((parameter) => fieldOf(contract, parameter, template)),
    ...(body !== undefined && { body: JSON.stringify(body, null, 2) }),
    responses: responsesOf(contract, placed),
  };
}

/** The examples of each status; a response without a body is one, too. */
function responsesOf(
  contract: Contract,
  { operation }: PlacedOperation,
): TriedOperation["responses"] {
  return Object.entries(operation.responses ?? {}).flatMap(([status, reference]) => {
    const [media] = Object.values(resolve(contract, reference).content ?? {});
    const named = Object.entries(media?.examples ?? {}).map(([name, example]) => ({
      name,
      title: resolve(contract, example).summary ?? name,
    }));
    const isEmpty = media === undefined && /^\d{3}$/.test(status);
    const examples = isEmpty ? [{ name: "", title: STATUS_CODES[status] ?? status }] : named;
    return examples.length > 0 ? [{ status, examples }] : [];
  });
}

/** Optional headers are left out: the client sends what a call needs. */
function fieldOf(contract: Contract, parameter: Parameter, path: string): TriedField[] {
  const { name, in: place, schema = {}, required } = parameter;
  if (place === "cookie" || (place === "header" && !required)) return [];
  if (place === "path" && !path.includes(`{${name}}`)) return [];
  const kind = kindOf(inPlace(contract, schema));
  const [example = ""] = required ? parameterExamples(contract, parameter) : [];
  const value = kind === "boolean" ? "true" : String(example);
  return [{ argument: argumentNameOf(name), name, in: place, kind, value }];
}

function kindOf({ type }: Schema): TriedField["kind"] {
  const types = [type].flat();
  if (types.includes("boolean")) return "boolean";
  if (types.includes("integer") || types.includes("number")) return "number";
  return types.includes("array") ? "list" : "text";
}

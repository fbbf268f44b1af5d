import { type Html, html } from "../site/html.ts";
import type { InterfaceTexts } from "../site/interface-texts.ts";
import type { Language } from "../site/languages.ts";
import type { Page } from "../site/page.ts";
import { sampledOperation, sampleList } from "../site/samples.ts";
import {
  operationPath,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
} from "./contract.ts";
import { firstSentence } from "./definition-page.ts";
import { type Context, describe, entry, externalLink, heading } from "./parts.ts";
import { responsePart } from "./response-part.ts";
import { shape } from "./shape.ts";

/** The page of one operation: what to send, what comes back, and what it looks like. */
export function operationPage(context: Context, language: Language, placed: PlacedOperation): Page {
  const { contract, texts } = context;
  const { path, method, operation } = placed;
  const parameters = (operation.parameters ?? []).map((parameter) =>
    resolve<Parameter>(contract, parameter),
  );
  return {
    language,
    path: operationPath(operation),
    title: operation.summary,
    label: operation.summary,
    description: firstSentence(operation.description ?? operation.summary),
    group: "reference",
    parent: "reference/",
    body: html`<p class="call"><strong>${method.toUpperCase()}</strong> <code>${breakable(path)}</code></p>
${describe(context, operation)}
${operation.externalDocs && html`<p>${externalLink(operation.externalDocs)}</p>`}
${operation.operationId === sampledOperation && request(texts)}
${authorization(context, operation.security ?? contract.security ?? [])}
${(["path", "query", "header", "cookie"] as const).map((place) => {
  const here = parameters.filter((parameter) => parameter.in === place);
  return (
    here.length > 0 &&
    html`${heading(2, `in-${place}`, texts.parametersIn[place])}${here.map((parameter) => parameterEntry(context, parameter))}`
  );
})}
${heading(2, "responses", texts.responses)}
${Object.entries(operation.responses).map(([status, response]) => responsePart(context, status, resolve<Response>(contract, response)))}
${shape(context, operation)}`,
  };
}

const request = (texts: InterfaceTexts): Html => html`${heading(2, "request", texts.request)}
${sampleList()}
<p><a href="page:try/">${texts.tryIt}</a></p>`;

/** Lets a long path break after its slashes. */
const breakable = (path: string): Html =>
  html`${path.split(/(?<=\/)/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

function parameterEntry(context: Context, parameter: Parameter): Html {
  const { name, schema, required = false, example } = parameter;
  return entry(context, { id: name, name, schema, thing: parameter, required, example });
}

function authorization(context: Context, security: Record<string, string[]>[]): Html {
  const { contract, texts } = context;
  const schemes = security.flatMap(Object.keys).flatMap((name) => {
    const scheme = contract.components.securitySchemes?.[name];
    if (!scheme) return [];
    const kind = [scheme.type, scheme.scheme, scheme.bearerFormat].filter(Boolean).join(" · ");
    return html`<p class="type">${kind}</p>${describe(context, scheme)}`;
  });
  return html`${heading(2, "authorization", texts.authorization)}${schemes}`;
}

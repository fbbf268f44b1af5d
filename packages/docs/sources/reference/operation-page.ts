import { basename } from "node:path";
import { type PlacedOperation, resolve, type SecurityRequirement } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { sampleList } from "../../page/samples.ts";
import { type Context, describe, entry, externalLink, firstSentence } from "./parts.ts";
import { responseSection } from "./response-section.ts";
import { shape } from "./shape.ts";

/** The page of one operation: what to send, and what the responses look like. */
export function operationPage(context: Context, language: Language, placed: PlacedOperation): Page {
  const { contract, texts } = context;
  const { path, method, operation, id } = placed;
  const title = operation.summary ?? id;
  return {
    language,
    path: context.places.operation(placed),
    title,
    label: title,
    description: firstSentence(operation.description ?? title),
    group: "reference",
    parent: "reference/",
    lead: html`<p class="call"><strong>${method.toUpperCase()}</strong> <code>${breakable(path)}</code></p>
${describe(context, operation)}
${operation.externalDocs && html`<p>${externalLink(operation.externalDocs)}</p>`}`,
    sections: [
      ...request(context, placed),
      authorization(context, operation.security ?? contract.security ?? []),
      ...parameters(context, placed),
      section(2, "responses", texts.responses, html``),
      ...Object.entries(operation.responses ?? {}).map(([status, response]) =>
        responseSection(context, status, resolve(contract, response)),
      ),
      ...shape(context, operation),
    ],
  };
}

/** The samples of an operation that has some. */
function request({ places, texts }: Context, placed: PlacedOperation): Section[] {
  const samples = sampleList(basename(places.operation(placed)));
  if (!samples) return [];
  const body = html`${samples}\n<p><a href="page:try/">${texts.tryIt}</a></p>`;
  return [section(2, "request", texts.request, body)];
}

/** Lets a long path break after its slashes. */
const breakable = (path: string): Html =>
  html`${path.split(/(?<=\/)/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

function parameters(context: Context, { operation }: PlacedOperation): Section[] {
  const { contract, texts } = context;
  const all = (operation.parameters ?? []).map((parameter) => resolve(contract, parameter));
  return (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const entries = all
      .filter((parameter) => parameter.in === place)
      .map((described) => {
        const { name, schema, required = false, example } = described;
        return entry(context, { name, schema, described, required, example });
      });
    if (entries.length === 0) return [];
    return [section(2, `in-${place}`, texts.parametersIn[place], html``), ...entries];
  });
}

function authorization(context: Context, security: SecurityRequirement[]): Section {
  const { contract, texts } = context;
  const schemes = security.flatMap(Object.keys).flatMap((name) => {
    const reference = contract.components?.securitySchemes?.[name];
    if (!reference) return [];
    const scheme = resolve(contract, reference);
    const kind = [scheme.type, scheme.scheme, scheme.bearerFormat].filter(Boolean).join(" · ");
    return html`<p class="type">${kind}</p>${describe(context, scheme)}`;
  });
  return section(2, "authorization", texts.authorization, html`${schemes}`);
}

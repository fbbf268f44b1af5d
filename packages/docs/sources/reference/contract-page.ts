import { type PlacedOperation, type Server, schemasOf } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { renderInline, renderMarkdown } from "../../page/markdown.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { Anchors } from "./anchors.ts";
import { definitionNames } from "./definitions.ts";
import { type Context, describe, externalLink, firstSentence, type Shared } from "./parts.ts";
import { operationsByTag } from "./tags.ts";
import { findUnshown, unshownNote } from "./unshown.ts";

/** The contract as a whole: what it is, its servers, and all operations and definitions. */
export function contractPage(shared: Shared, language: Language): Page {
  const context = { ...shared, anchors: new Anchors() };
  const { contract, texts } = context;
  const { info, externalDocs, servers = [] } = contract;
  return {
    language,
    path: context.home,
    title: texts.referenceTitle,
    label: texts.reference,
    description: info.summary ?? info.title,
    group: "reference",
    lead: html`<p><strong>${info.title}</strong>, ${texts.version} ${info.version}. ${info.summary}</p>
${info.description && renderMarkdown(info.description)}
${externalDocs && html`<p>${externalLink(externalDocs)}</p>`}
${unshownNote(texts, findUnshown(contract, "document", contract))}`,
    sections: [
      ...operations(context),
      section(
        2,
        "servers",
        texts.servers,
        html`${servers.map((server) => describeServer(context, server))}`,
      ),
      section(2, "definitions", texts.definitions, definitions(context)),
      section(2, "downloads", texts.downloads, downloads(context)),
    ],
  };
}

/** All operations, tag by tag; those without a tag come first. */
function operations(context: Context): Section[] {
  const { contract, texts, tagAnchors } = context;
  const groups = operationsByTag(contract);
  const untagged = operationList(context, groups.get(undefined) ?? []);
  const tagged = [...groups].flatMap(([name, operations]) => {
    if (name === undefined) return [];
    const { description = "", externalDocs } =
      contract.tags?.find((tag) => tag.name === name) ?? {};
    const link = externalDocs && externalLink(externalDocs);
    const about = (description || link) && html`<p>${renderInline(description)} ${link}</p>`;
    const body = html`${about}\n${operationList(context, operations)}`;
    return section(3, tagAnchors.get(name) ?? name, name, body);
  });
  return [section(2, "operations", texts.operations, html`${untagged}`), ...tagged];
}

function operationList(
  { places, texts }: Context,
  operations: readonly PlacedOperation[],
): Html | undefined {
  if (operations.length === 0) return undefined;
  const items = operations.map((placed) => {
    const { path, method, operation, id } = placed;
    const link = html`<a href="page:${places.operation(placed)}">${operation.summary ?? id}</a>`;
    const state = operation.deprecated && html` · <strong>${texts.deprecated}</strong>`;
    return html`<li>${link}: <code>${method.toUpperCase()} ${path}</code>${state}</li>`;
  });
  return html`<ul>${items}</ul>`;
}

function describeServer(context: Context, server: Server): Html {
  const { texts } = context;
  const items = Object.entries(server.variables ?? {}).map(([name, variable]) => {
    const { default: value, enum: values, description } = variable;
    const others = Array.isArray(values) && html` · ${texts.values}: ${values.join(", ")}`;
    return html`<li><code>${name}</code>: ${texts.defaultValue} <code>${String(value)}</code>${others} ${typeof description === "string" && renderInline(description)}</li>`;
  });
  return html`<p><code>${server.url}</code></p>${describe(context, server)}${items.length > 0 && html`<ul>${items}</ul>`}`;
}

function definitions({ contract, places, texts }: Context): Html {
  const schemas = schemasOf(contract);
  const terms = definitionNames(contract).map((name) => {
    const { description = "", "x-dotnet-type": dotnet } = schemas[name] ?? {};
    const original =
      dotnet && html` <span class="dotnet">${texts.dotnetName}: <code>${dotnet}</code></span>`;
    return html`<dt><a href="page:${places.schema(name)}">${name}</a></dt>
<dd>${firstSentence(description)}${original}</dd>
`;
  });
  return html`<dl class="definitions">${terms}</dl>`;
}

function downloads({ contract: { info }, texts }: Context): Html {
  const { license, contact, termsOfService: terms } = info;
  const name = license?.url ? html`<a href="${license.url}">${license.name}</a>` : license?.name;
  return html`<ul>
<li><a href="site:openapi.json">openapi.json</a></li>
<li><a href="site:openapi.yaml">openapi.yaml</a></li>
<li><a href="site:redoc/">Redoc</a></li>
</ul>
${name && html`<p>${texts.licence}: ${name}</p>`}
${contact && html`<p>${texts.contact}: ${[contact.name, contact.email, contact.url].filter(Boolean).join(" · ")}</p>`}
${terms && html`<p>${texts.terms}: <a href="${terms}">${terms}</a></p>`}`;
}

import { operationsOf, schemasOf } from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { renderInline, renderMarkdown } from "../../page/markdown.ts";
import { type Page, section } from "../../page/page.ts";
import { definitionNames } from "./definitions.ts";
import { type Context, describe, externalLink, firstSentence } from "./parts.ts";

/** The contract as a whole: what it is, its servers, and all operations and definitions. */
export function contractPage(context: Context, language: Language): Page {
  const { contract, texts } = context;
  const { info, externalDocs, servers = [] } = contract;
  return {
    language,
    path: "reference/",
    title: texts.referenceTitle,
    label: texts.reference,
    description: info.summary ?? info.title,
    group: "reference",
    lead: html`<p><strong>${info.title}</strong>, ${texts.version} ${info.version}. ${info.summary}</p>
${info.description && renderMarkdown(info.description)}
${externalDocs && html`<p>${externalLink(externalDocs)}</p>`}`,
    sections: [
      section(2, "operations", texts.operations, html`${tags(context)}\n${operations(context)}`),
      section(
        2,
        "servers",
        texts.servers,
        html`${servers.map((server) => html`<p><code>${server.url}</code></p>${describe(context, server)}`)}`,
      ),
      section(2, "definitions", texts.definitions, definitions(context)),
      section(2, "downloads", texts.downloads, downloads(context)),
    ],
  };
}

function tags({ contract }: Context): Html[] {
  return (contract.tags ?? []).map(({ name, description = "", externalDocs }) => {
    const link = externalDocs && externalLink(externalDocs);
    return html`<p><strong>${name}.</strong> ${renderInline(description)} ${link}</p>`;
  });
}

function operations({ contract, places }: Context): Html {
  const items = operationsOf(contract).map((placed) => {
    const { path, method, operation, id } = placed;
    const link = html`<a href="page:${places.operation(placed)}">${operation.summary ?? id}</a>`;
    return html`<li>${link}: <code>${method.toUpperCase()} ${path}</code></li>`;
  });
  return html`<ul>${items}</ul>`;
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
  return html`<ul>
<li><a href="site:openapi.json">openapi.json</a></li>
<li><a href="site:openapi.yaml">openapi.yaml</a></li>
<li><a href="site:redoc/">Redoc</a></li>
</ul>
${info.license && html`<p>${texts.licence}: ${info.license.name}</p>`}`;
}

import { type Html, html } from "../site/html.ts";
import type { Language } from "../site/languages.ts";
import { renderInline, renderMarkdown } from "../site/markdown.ts";
import type { Page } from "../site/page.ts";
import { definitionNames, definitionPath, operationPath, operationsOf } from "./contract.ts";
import { firstSentence } from "./definition-page.ts";
import { type Context, describe, externalLink, heading } from "./parts.ts";

/** The contract as a whole: what it is, where the service stands, all operations and definitions. */
export function contractPage(context: Context, language: Language): Page {
  const { contract, texts } = context;
  const { info, externalDocs, servers } = contract;
  return {
    language,
    path: "reference/",
    title: texts.referenceTitle,
    label: texts.reference,
    description: info.summary ?? info.title,
    group: "reference",
    body: html`<p><strong>${info.title}</strong>, ${texts.version} ${info.version}. ${info.summary}</p>
${info.description && renderMarkdown(info.description)}
${externalDocs && html`<p>${externalLink(externalDocs)}</p>`}
${heading(2, "operations", texts.operations)}
${tags(context)}
${operations(context)}
${heading(2, "servers", texts.servers)}
${servers.map((server) => html`<p><code>${server.url}</code></p>${describe(context, server)}`)}
${heading(2, "definitions", texts.definitions)}
${definitions(context)}
${heading(2, "downloads", texts.downloads)}
<ul>
<li><a href="site:openapi.json">openapi.json</a></li>
<li><a href="site:openapi.yaml">openapi.yaml</a></li>
<li><a href="site:redoc/">Redoc</a></li>
</ul>
${info.license && html`<p>${texts.licence}: ${info.license.name}</p>`}`,
  };
}

function tags({ contract }: Context): Html[] {
  return (contract.tags ?? []).map(({ name, description = "", externalDocs }) => {
    const link = externalDocs && externalLink(externalDocs);
    return html`<p><strong>${name}.</strong> ${renderInline(description)} ${link}</p>`;
  });
}

function operations({ contract }: Context): Html {
  const items = operationsOf(contract).map(({ path, method, operation }) => {
    const link = html`<a href="page:${operationPath(operation)}">${operation.summary}</a>`;
    return html`<li>${link}: <code>${method.toUpperCase()} ${path}</code></li>`;
  });
  return html`<ul>${items}</ul>`;
}

function definitions({ contract, texts }: Context): Html {
  const terms = definitionNames(contract).map((name) => {
    const { description = "", "x-dotnet-type": dotnet } = contract.components.schemas[name] ?? {};
    const original =
      dotnet && html` <span class="dotnet">${texts.dotnetName}: <code>${dotnet}</code></span>`;
    return html`<dt><a href="page:${definitionPath(name)}">${name}</a></dt>
<dd>${firstSentence(description)}${original}</dd>
`;
  });
  return html`<dl class="definitions">${terms}</dl>`;
}

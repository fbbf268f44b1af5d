import { html } from "../site/html.ts";
import type { Language } from "../site/languages.ts";
import { renderInline, renderMarkdown } from "../site/markdown.ts";
import type { Page } from "../site/page.ts";
import { definitionNames, definitionPath, operationPath, operationsOf } from "./contract.ts";
import { firstSentence } from "./definition-page.ts";
import { type Context, describe, heading } from "./parts.ts";

/** The contract as a whole: what it is, where the service stands, all operations and definitions. */
export function contractPage(context: Context, language: Language): Page {
  const { contract, texts } = context;
  const { info } = contract;
  return {
    language,
    path: "reference/",
    title: texts.referenceTitle,
    label: texts.reference,
    description: info.summary ?? info.title,
    group: "reference",
    body: html`<p><strong>${info.title}</strong>, ${texts.version} ${info.version}. ${info.summary}</p>
${info.description && renderMarkdown(info.description)}
${contract.externalDocs && html`<p><a href="${contract.externalDocs.url}">${contract.externalDocs.description ?? contract.externalDocs.url}</a></p>`}
${heading(2, "operations", texts.operations)}
${(contract.tags ?? []).map((tag) => html`<p><strong>${tag.name}.</strong> ${renderInline(tag.description ?? "")} ${tag.externalDocs && html`<a href="${tag.externalDocs.url}">${tag.externalDocs.description ?? tag.externalDocs.url}</a>`}</p>`)}
<ul>${operationsOf(contract).map(({ path, method, operation }) => html`<li><a href="page:${operationPath(operation)}">${operation.summary}</a>: <code>${method.toUpperCase()} ${path}</code></li>`)}</ul>
${heading(2, "servers", texts.servers)}
${contract.servers.map((server) => html`<p><code>${server.url}</code></p>${describe(context, server)}`)}
${heading(2, "definitions", texts.definitions)}
<dl class="definitions">${definitionNames(contract)
      .map((name) => [name, contract.components.schemas[name] ?? {}] as const)
      .map(
        ([name, schema]) =>
          html`<dt><a href="page:${definitionPath(name)}">${name}</a></dt><dd>${firstSentence(schema.description ?? "")}${schema["x-dotnet-type"] && html` <span class="dotnet">${texts.dotnetName}: <code>${schema["x-dotnet-type"]}</code></span>`}</dd>`,
      )}</dl>
${heading(2, "downloads", texts.downloads)}
<ul><li><a href="site:openapi.json">openapi.json</a></li><li><a href="site:openapi.yaml">openapi.yaml</a></li><li><a href="site:redoc/">Redoc</a></li></ul>
${info.license && html`<p>${texts.licence}: ${info.license.name}</p>`}`,
  };
}

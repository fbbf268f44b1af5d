import {
  type Parameter,
  type PlacedOperation,
  parametersOf,
  requestBodyOf,
  resolve,
  type SecurityRequirement,
} from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import type { Language } from "../../page/languages.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { sampleCall } from "../samples/sample-call.ts";
import { sampleTabs } from "../samples/samples.ts";
import { Anchors } from "./anchors.ts";
import { bodyOf } from "./content.ts";
import { tryButton } from "./describe-try.ts";
import { entry } from "./entries.ts";
import { needOf } from "./facts.ts";
import { namedExamples } from "./named-examples.ts";
import {
  type Context,
  describe,
  exampleOf,
  externalLink,
  firstSentence,
  type Shared,
} from "./parts.ts";
import { responseSections } from "./response-section.ts";
import { securityOf } from "./security.ts";
import { shape } from "./shape.ts";
import { findUnshown, unshownNote } from "./unshown.ts";

/** The page of one operation: what to send, and what the responses look like. */
export function operationPage(shared: Shared, language: Language, placed: PlacedOperation): Page {
  const context = { ...shared, anchors: new Anchors() };
  const { contract, texts, places } = context;
  const { path, method, operation, id } = placed;
  const title = operation.summary ?? id;
  const item = resolve(contract, contract.paths?.[path] ?? {});
  const unshown = findUnshown(contract, "operation", operation).concat(
    findUnshown(contract, "path", item),
  );
  const [tag] = operation.tags ?? [];
  const sent = [
    authorization(context, operation.security ?? contract.security ?? []),
    ...parameters(context, parametersOf(contract, placed)),
    ...requestBody(context, placed),
  ];
  const responses = responseSections(context, operation);
  return {
    language,
    path: places.operation(placed),
    title,
    label: title,
    description: firstSentence(operation.description ?? title),
    group: "reference",
    parent: context.home,
    ...(tag && { menuGroup: tag }),
    ...(context.isTried && { connects: true }),
    lead: html`<p class="call"><strong>${method.toUpperCase()}</strong> <code>${breakable(path)}</code></p>
${operation.deprecated && html`<p><strong>${texts.deprecated}</strong></p>`}
${describe(context, operation)}
${[item.summary, item.description].map((text) => text && describe(context, { description: text }))}
${operation.externalDocs && html`<p class="see">${externalLink(operation.externalDocs)}</p>`}
${tags(context, operation.tags)}${unshownNote(texts, unshown)}`,
    sections: [
      ...sent,
      ...shape(context, operation),
      ...responses.described,
      request(context, placed),
      ...responses.examples,
    ],
  };
}

function tags(
  { home, texts, tagAnchors }: Context,
  names: readonly string[] = [],
): Html | undefined {
  if (names.length === 0) return undefined;
  const links = names.map(
    (name, index) =>
      html`${index > 0 && ", "}<a href="page:${home}#${tagAnchors.get(name)}">${name}</a>`,
  );
  return html`<p class="see">${texts.tags}: ${links}</p>\n`;
}

/** The samples of an operation, and what tries it. */
function request({ contract, texts, isTried }: Context, placed: PlacedOperation): Section {
  const samples = sampleTabs(sampleCall(contract, placed), isTried, "request");
  const body = html`${samples}\n${isTried && tryButton(contract, placed, texts)}`;
  return section(2, "request", texts.request, body, { isBeside: true });
}

/** Lets a long path break after its slashes. */
const breakable = (path: string): Html =>
  html`${path.split(/(?<=\/)/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

function parameters(context: Context, all: readonly Parameter[]): Section[] {
  return (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const entries = all
      .filter((parameter) => parameter.in === place)
      .flatMap((parameter) => parameterEntry(context, parameter));
    if (entries.length === 0) return [];
    return [section(2, `in-${place}`, context.texts.parametersIn[place], html``), ...entries];
  });
}

function parameterEntry(context: Context, parameter: Parameter): Section[] {
  const { texts } = context;
  const { name, required = false, content = {} } = parameter;
  const [type, media] = Object.entries(content)[0] ?? [];
  const more = html`${type && html`<p>${texts.mediaTypes}: <code>${type}</code></p>`}${style(context, parameter)}
${exampleOf(texts, parameter)}${namedExamples(context, parameter)}${media && exampleOf(texts, media)}${media && namedExamples(context, media)}`;
  const schema = parameter.schema ?? media?.schema;
  return entry(context, { path: [name], schema, described: parameter, required, more });
}

/** How a list or object is written, where the contract says so. */
function style({ texts }: Context, parameter: Parameter): Html | undefined {
  const given = (["style", "explode", "allowReserved"] as const).flatMap((key) =>
    parameter[key] === undefined ? [] : [html`<code>${key}: ${String(parameter[key])}</code>`],
  );
  if (given.length === 0) return undefined;
  return html`<p>${texts.writtenAs}: ${given.map((each, index) => html`${index > 0 && ", "}${each}`)}</p>`;
}

function requestBody(context: Context, { operation }: PlacedOperation): Section[] {
  const { contract, texts } = context;
  const request = requestBodyOf(contract, operation);
  if (!request) return [];
  const { lead, examples, entries } = bodyOf(context, "body", request.content, true);
  const body = html`<p class="type">${needOf(texts, request.required ?? false)}</p>
${describe(context, request)}
${lead}${examples}`;
  return [section(2, "body", texts.requestBody, body), ...entries];
}

function authorization(context: Context, security: SecurityRequirement[]): Section {
  return section(2, "authorization", context.texts.authorization, securityOf(context, security));
}

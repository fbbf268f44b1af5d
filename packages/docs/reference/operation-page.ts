import { type Html, html } from "../site/html.ts";
import type { Language } from "../site/languages.ts";
import type { Page } from "../site/page.ts";
import { sampleList } from "../site/samples.ts";
import {
  definitionName,
  definitionPath,
  type Example,
  type Header,
  operationPath,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
  type Schema,
} from "./contract.ts";
import { firstSentence } from "./definition-page.ts";
import { type Context, describe, entry, examples, heading, typeOf } from "./parts.ts";

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
${operation.externalDocs && html`<p><a href="${operation.externalDocs.url}">${operation.externalDocs.description ?? operation.externalDocs.url}</a></p>`}
${heading(2, "request", texts.request)}
${sampleList()}
<p><a href="page:try/">${texts.tryIt}</a></p>
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
${shape(context, operation.responses)}`,
  };
}

/** Lets a long path break after its slashes. */
const breakable = (path: string): Html =>
  html`${path.split(/(?<=\/)/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;

function parameterEntry(context: Context, parameter: Parameter): Html {
  const { name, schema, required = false, example } = parameter;
  return entry(context, { id: name, name, schema, thing: parameter, required, example });
}

function authorization(context: Context, security: Record<string, string[]>[]): Html {
  const { contract, texts } = context;
  const names = security.flatMap(Object.keys);
  return html`${heading(2, "authorization", texts.authorization)}
${names.map((name) => {
  const scheme = contract.components.securitySchemes?.[name];
  return (
    scheme &&
    html`<p class="type">${[scheme.type, scheme.scheme, scheme.bearerFormat].filter(Boolean).join(" · ")}</p>${describe(context, scheme)}`
  );
})}`;
}

function responsePart(context: Context, status: string, response: Response): Html {
  const { texts } = context;
  const content = Object.entries(response.content ?? {});
  const schema = content[0]?.[1].schema;
  return html`<section class="response">
${heading(3, status, html`<code>${status}</code> ${statusText(status)}`)}
${describe(context, response)}
${schema && html`<p>${texts.responseBody}: ${typeOf(context, schema)}. ${texts.mediaTypes}: ${content.map(([type], index) => html`${index > 0 && ", "}<code>${type}</code>`)}</p>`}
${response.headers && headers(context, status, response.headers)}
${responseExamples(context, status, content)}
</section>
`;
}

const statusTexts: Readonly<Record<string, string>> = {
  200: "OK",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  500: "Internal Server Error",
};

const statusText = (status: string): string => statusTexts[status] ?? "";

function headers(
  context: Context,
  status: string,
  headers: NonNullable<Response["headers"]>,
): Html {
  return html`<details class="headers" id="${status}-headers"><summary>${context.texts.responseHeaders}: ${Object.keys(headers).join(", ")}</summary>
<dl>${Object.entries(headers).map(([name, reference]) => {
    const header = resolve<Header>(context.contract, reference);
    return html`<dt><code>${name}</code> <span class="type">${typeOf(context, header.schema)}</span></dt><dd>${describe(context, header)}${header.example !== undefined && html`<p>${context.texts.example}: <code>${String(header.example)}</code></p>`}</dd>`;
  })}</dl></details>`;
}

/** Each example once, with the media types that show it. */
function responseExamples(
  context: Context,
  status: string,
  content: [string, { examples?: Record<string, Example | { $ref: string }> }][],
): Html | undefined {
  const { contract, texts } = context;
  const types = new Map<string, string[]>();
  for (const [type, { examples = {} }] of content) {
    for (const name of Object.keys(examples)) types.set(name, [...(types.get(name) ?? []), type]);
  }
  if (types.size === 0) return undefined;
  const all = Object.assign({}, ...content.map(([, media]) => media.examples)) as Record<
    string,
    Example | { $ref: string }
  >;
  const entries = [...types].map(([name, shownFor]) => ({
    id: name,
    example: resolve<Example>(contract, all[name] ?? {}),
    note: html`<p class="media">${texts.mediaTypes}: ${shownFor.join(", ")}</p>`,
  }));
  return html`<p class="label">${texts.examples}</p>${examples(`examples-${status}`, entries, true)}`;
}

/** The body of the first response as a tree of names and types. */
function shape(
  context: Context,
  responses: PlacedOperation["operation"]["responses"],
): Html | undefined {
  const { contract, texts } = context;
  const [first] = Object.values(responses);
  const schema =
    first && Object.values(resolve<Response>(contract, first).content ?? {})[0]?.schema;
  const name = schema && definitionName(schema);
  if (!name) return undefined;
  return html`${heading(2, "shape", texts.shape)}<p>${texts.shapeIntro}</p>${tree(context, name, [])}`;
}

/** Deeper levels stand on the definitions' own pages: in a large contract a tree would be endless. */
const treeLevels = 4;

function tree(context: Context, name: string, above: readonly string[]): Html | undefined {
  const { properties } = resolve<Schema>(context.contract, {
    $ref: `#/components/schemas/${name}`,
  });
  if (!properties || above.includes(name) || above.length === treeLevels) return undefined;
  return html`<ul class="tree">${Object.entries(properties).map(([member, schema]) => {
    const child = definitionName(schema) ?? definitionName(schema.items ?? {});
    // Links look alike everywhere: one level says it.
    const goesOn = child !== undefined && child !== "Link" && child !== "KeyValuePair";
    return html`<li><a href="page:${definitionPath(name)}#${member}"><code>${member}</code></a> <span class="type">${typeOf(context, schema)}</span>${goesOn && tree(context, child, [...above, name])}</li>`;
  })}</ul>`;
}

import {
  isObject,
  resolve,
  type SecurityRequirement,
  type SecurityScheme,
} from "@partner-center/spec";
import { type Html, html } from "../../page/html.ts";
import { type Context, describe } from "./parts.ts";

/** What a caller has to show: each scheme, with the scopes that the operation asks for. */
export function securityOf(context: Context, security: readonly SecurityRequirement[]): Html {
  const { contract, texts } = context;
  if (security.length === 0) return html`<p>${texts.noAuthorization}</p>`;
  const alternatives = security.map((requirement) => {
    const schemes = Object.entries(requirement).flatMap(([name, scopes]) => {
      const reference = contract.components?.securitySchemes?.[name];
      return reference ? [describeScheme(context, resolve(contract, reference), scopes)] : [];
    });
    return schemes.length > 0 ? html`${schemes}` : html`<p>${texts.noAuthorization}</p>`;
  });
  return html`${alternatives.map((each, index) => html`${index > 0 && html`<p>${texts.or}</p>`}${each}`)}`;
}

function describeScheme(context: Context, scheme: SecurityScheme, scopes: string[]): Html {
  const { type, scheme: kind, bearerFormat, in: place, name, openIdConnectUrl: url } = scheme;
  const words = [type, kind, bearerFormat, place, name].filter(Boolean).join(" · ");
  const asked = scopes.map((scope, index) => html`${index > 0 && ", "}<code>${scope}</code>`);
  return html`<p class="type">${words}</p>${describe(context, scheme)}${
    url && html`<p><a href="${url}">${url}</a></p>`
  }${flows(scheme)}${asked.length > 0 && html`<p>${context.texts.scopes}: ${asked}</p>`}`;
}

/** The flows of OAuth 2, each with its addresses and scopes. */
function flows(scheme: SecurityScheme): Html[] {
  return Object.entries(scheme.flows ?? {}).map(([name, flow]) => {
    const addresses = Object.entries(flow).filter(([, value]) => typeof value === "string");
    const scopes = isObject(flow.scopes) ? Object.entries(flow.scopes) : [];
    return html`<p class="type">${name}</p><ul>${addresses.map(
      ([key, value]) => html`<li>${key}: <code>${String(value)}</code></li>`,
    )}${scopes.map(
      ([scope, meaning]) => html`<li><code>${scope}</code>: ${String(meaning)}</li>`,
    )}</ul>`;
  });
}

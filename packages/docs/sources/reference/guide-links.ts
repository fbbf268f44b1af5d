/** Where the guides treat what the contract names: statuses, error codes, definitions. */
import { type Html, html, raw } from "../../page/html.ts";
import type { Page } from "../../page/page.ts";

/** A place in a guide, as an address of addresses.ts. */
interface Place {
  address: string;
  title: string;
}

export interface GuideLinks {
  /** Error codes by the status that they come with, in the order of the guide. */
  codes: ReadonlyMap<string, readonly { code: string; address: string }[]>;
  /** The places that treat a status or a definition, by its name. */
  places: ReadonlyMap<string, readonly Place[]>;
}

/** A guide, and what of the contract it says that it treats: a name, and the anchor of the section. */
export interface TreatingPage {
  page: Page;
  treats?: Readonly<Record<string, string>>;
}

/** A section about a status or an error code has these as its anchor: `401`, `401-900421`. */
export const codeAnchor = /^(\d{3})(?:-(\d+))?$/;

export function guideLinksIn(guides: readonly TreatingPage[]): GuideLinks {
  const codes = new Map<string, { code: string; address: string }[]>();
  const places = new Map<string, Place[]>();
  for (const { page, treats = {} } of guides) {
    for (const { id } of page.sections) {
      const [, status, code] = codeAnchor.exec(id) ?? [];
      const address = `page:${page.path}#${id}`;
      if (status !== undefined && code === undefined) {
        places.set(status, [...(places.get(status) ?? []), { address, title: page.label }]);
      } else if (status !== undefined && code !== undefined) {
        codes.set(status, [...(codes.get(status) ?? []), { code, address }]);
      }
    }
    for (const [name, anchor] of Object.entries(treats)) {
      const place = { address: `page:${page.path}#${anchor}`, title: page.label };
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  return { codes, places };
}

/** Links to the guides that treat a status or a definition. */
export function treatedIn(links: GuideLinks | undefined, name: string, see: string): Html | false {
  const places = links?.places.get(name) ?? [];
  if (places.length === 0) return false;
  const items = places.map(
    ({ address, title }, index) => html`${index > 0 && ", "}<a href="${address}">${title}</a>`,
  );
  return html`<p class="see">${see}: ${items}</p>`;
}

/** Links to the sections of codes that come with a status. */
export function codesOf(
  links: GuideLinks | undefined,
  status: string,
  label: string,
): Html | undefined {
  const codes = links?.codes.get(status);
  if (!codes) return undefined;
  const items = codes.map(
    ({ code, address }, index) =>
      html`${index > 0 && ", "}<a href="${address}"><code>${code}</code></a>`,
  );
  return html`<p class="see">${label}: ${items}</p>`;
}

/** Makes each code of six digits in prose a link, when one section treats it. */
export function linkCodes(links: GuideLinks | undefined, prose: Html): Html {
  if (!links) return prose;
  const all = [...links.codes.values()].flat();
  const parts = prose.text.split(/(<a .*?<\/a>|<pre\b.*?<\/pre>|<[^>]+>)/s);
  const linked = parts.map((part) =>
    part.startsWith("<")
      ? part
      : part.replace(/\b\d{6}\b/g, (code) => {
          const address = all.find((each) => each.code === code)?.address;
          return address ? `<a href="${address}">${code}</a>` : code;
        }),
  );
  return raw(linked.join(""));
}

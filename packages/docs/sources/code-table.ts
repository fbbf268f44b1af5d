import { html, textOf } from "../page/html.ts";
import { type Section, section } from "../page/page.ts";
import { table } from "../page/table.ts";
import { codeAnchor } from "./reference/guide-links.ts";

/** The words of a table of codes: the headings of its section and columns, and of its filter. */
export interface CodeTableTexts {
  title: string;
  httpStatus: string;
  errorCode: string;
  meaning: string;
  filter: string;
}

/** A table of the sections that treat an error code, for browser/filter-table.ts to filter. */
export function codeTable(sections: readonly Section[], texts: CodeTableTexts): Section {
  const rows = sections.flatMap(({ id, title }) => {
    const [, status, code] = codeAnchor.exec(id) ?? [];
    if (status === undefined || code === undefined) return [];
    const meaning = textOf(title).split(": ").slice(1).join(": ");
    const link = html`<a href="#${id}"><code>${code}</code></a>`;
    return [[html`${status}`, link, html`${meaning}`]];
  });
  const columns = [texts.httpStatus, texts.errorCode, texts.meaning];
  return section(2, "find", texts.title, table(columns, rows, texts.filter), { isList: true });
}

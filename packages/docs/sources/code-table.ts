import { html, textOf } from "../page/html.ts";
import { type Section, section } from "../page/page.ts";
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
    return html`<tr role="row"><td role="cell" data-label="${texts.httpStatus}">${status}</td><td role="cell" data-label="${texts.errorCode}"><a href="#${id}"><code>${code}</code></a></td><td role="cell" data-label="${texts.meaning}">${meaning}</td></tr>
`;
  });
  const columns = [texts.httpStatus, texts.errorCode, texts.meaning];
  const head = columns.map((column) => html`<th role="columnheader">${column}</th>`);
  const table = html`<table role="table" data-filter="${texts.filter}">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>`;
  return section(2, "find", texts.title, table, { isList: true });
}

import { type Html, html, textOf } from "./html.ts";

/**
 * A table as those of guides are: on a narrow screen each row becomes a block, its cells labelled by
 * their columns. Roles are explicit, since browsers may drop them when the layout changes.
 *
 * @param filter the label of a field that browser/filter-table.ts puts above it
 */
export function table(
  columns: readonly string[],
  rows: readonly (readonly Html[])[],
  filter?: string,
): Html {
  const head = columns.map((column) => html`<th role="columnheader">${column}</th>`);
  const body = rows.map((cells) => {
    const labelled = cells.map((cell, index) =>
      // An empty cell needs no label.
      textOf(cell) === ""
        ? html`<td role="cell" class="empty"></td>`
        : html`<td role="cell" data-label="${columns[index]}">${cell}</td>`,
    );
    return html`<tr role="row">${labelled}</tr>\n`;
  });
  const filtered = filter === undefined ? html`` : html` data-filter="${filter}"`;
  return html`<table role="table"${filtered}><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`;
}

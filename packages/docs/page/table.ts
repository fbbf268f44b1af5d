import { type Html, html, textOf } from "./html.ts";

/**
 * A table as those of guides are: on a narrow screen each row becomes a block, its cells labelled by
 * their columns. Roles are explicit, since browsers may drop them when the layout changes.
 *
 * @param filter the label of a field above it, which browser/filter-table.ts makes work
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
  // In the page from the beginning: a script that adds it would move the table.
  const field = html`<div class="filter"><label>${filter} <input type="search" spellcheck="false"></label><span role="status"></span></div>\n`;
  return html`${filter !== undefined && field}<table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`;
}

import { fold } from "./search-words.ts";

/** Puts a field above a table that leaves only the rows with all words that the reader types. */
export function addFilter(table: HTMLTableElement): void {
  const label = document.createElement("label");
  label.className = "filter";
  const input = document.createElement("input");
  input.type = "search";
  input.spellcheck = false;
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  label.append(table.dataset.filter ?? "", input, count);
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/);
    for (const row of rows) {
      const text = fold(row.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
    }
    count.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  });
  table.before(label);
}

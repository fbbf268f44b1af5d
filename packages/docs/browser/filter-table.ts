import { fold } from "./search-words.ts";

/** Makes a field leave only the rows with all words that the reader types. */
export function startFilter(filter: Element): void {
  const input = filter.querySelector("input");
  const count = filter.querySelector("[role=status]");
  const table = filter.nextElementSibling;
  if (!input || !count || !(table instanceof HTMLTableElement)) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const filterRows = () => {
    const words = fold(input.value).split(/\s+/);
    for (const row of rows) {
      const text = fold(row.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
    }
    count.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  };
  input.addEventListener("input", filterRows);
  // The reader may have typed while this was loading.
  if (input.value) filterRows();
}

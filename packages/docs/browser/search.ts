/** The search dialog. It is loaded, with its index, when it is first opened. */
import MiniSearch from "minisearch";
import { type Found, findPages } from "./find-pages.ts";
import { type IndexedSection, searchOptions } from "./search-options.ts";

const shown = 8;
const words = document.body.dataset;
const language = document.documentElement.lang === "pl" ? "pl" : "en";
const root = new URL("../", import.meta.url);

const dialog = document.createElement("dialog");
dialog.className = "search";
dialog.setAttribute("aria-label", words.searchHint ?? "");
const form = document.createElement("form");
form.method = "dialog";
const input = document.createElement("input");
input.type = "search";
input.autocomplete = "off";
input.setAttribute("aria-label", words.searchHint ?? "");
input.placeholder = words.searchHint ?? "";
const close = document.createElement("button");
close.type = "button";
close.textContent = words.close ?? "";
const state = document.createElement("p");
state.setAttribute("role", "status");
const list = document.createElement("ol");
form.append(input, close);
dialog.append(form, state, list);
document.body.append(dialog);

const index = fetch(new URL(`assets/search-${language}.json`, root))
  .then((response) => response.text())
  .then((text) => MiniSearch.loadJSON<IndexedSection>(text, searchOptions(language)));

export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
}

async function search(): Promise<void> {
  const query = input.value.trim();
  try {
    const found = query ? findPages(await index, query).slice(0, shown) : [];
    // The results of an earlier query must not replace newer ones.
    if (query !== input.value.trim()) return;
    list.replaceChildren(...found.map(item));
    state.textContent = query ? resultText(found.length) : "";
  } catch {
    state.textContent = words.searchFailed ?? "";
  }
}

const resultText = (count: number): string =>
  count === 0 ? (words.searchNothing ?? "") : `${words.searchFound} ${count}`;

function item({ address, page, heading }: Found): HTMLElement {
  const link = document.createElement("a");
  link.href = new URL(address, root).href;
  link.textContent = heading || page;
  if (heading) {
    const where = document.createElement("span");
    where.textContent = page;
    link.append(where);
  }
  // Without this, a link to the same page leaves the dialog open.
  link.addEventListener("click", () => dialog.close());
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

/** Arrow keys move through the results, and back to the field. */
function move(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops: HTMLElement[] = [input, ...list.querySelectorAll("a")];
  const { activeElement } = document;
  const now = activeElement instanceof HTMLElement ? stops.indexOf(activeElement) : -1;
  stops[(now + step + stops.length) % stops.length]?.focus();
}

input.addEventListener("input", search);
dialog.addEventListener("keydown", move);
close.addEventListener("click", () => dialog.close());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

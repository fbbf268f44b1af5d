/** The search dialog. It is loaded, with the texts to search, when it is first opened. */
import { type Found, findPages } from "./find-pages.ts";
import { excerptOf } from "./search-excerpt.ts";
import { openIndex, type SearchFile } from "./search-index.ts";

const words = document.body.dataset;
const { searchHint = "", close: closeText = "" } = words;
const language = document.documentElement.lang === "pl" ? "pl" : "en";
const root = new URL("../", import.meta.url);

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const input = make("input", {
  // Of the type `search`, browsers would take the first Escape to empty the field.
  type: "text",
  role: "combobox",
  "aria-label": searchHint,
  "aria-autocomplete": "list",
  "aria-controls": "search-results",
  "aria-expanded": "false",
  placeholder: searchHint,
  autocomplete: "off",
  spellcheck: "false",
});
const close = make("button", { type: "button" }, closeText);
const state = make("p", { role: "status" }, words.loading ?? "");
const list = make("div", { id: "search-results", role: "listbox", "aria-label": searchHint });
const form = make("form", { method: "dialog" }, input, close);
const dialog = make("dialog", { class: "search", "aria-label": searchHint }, form, state, list);
list.hidden = true;
document.body.append(dialog);

const index = fetch(new URL(`assets/search-${language}.json`, root))
  .then((response): Promise<SearchFile> => response.json())
  .then(openIndex);

export function openSearch(): void {
  if (!dialog.open) dialog.showModal();
  input.select();
}

async function search(): Promise<void> {
  const question = input.value.trim();
  try {
    const opened = await index;
    // The results of an earlier question must not replace newer ones.
    if (question !== input.value.trim()) return;
    const found = question ? findPages(opened, question) : [];
    list.replaceChildren(...found.map((result, place) => option(result, place, opened.kinds)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(0);
    state.textContent = question ? resultText(found.length) : "";
  } catch {
    state.textContent = words.searchFailed ?? "";
  }
}

const resultText = (count: number): string =>
  count === 0 ? (words.searchNothing ?? "") : `${words.searchFound} ${count}`;

function option(
  { page, section, terms }: Found,
  place: number,
  kinds: SearchFile["kinds"],
): HTMLAnchorElement {
  const { anchor, heading, text, kind = page.kind } = section;
  const where = [kinds[kind], ...(heading ? [page.title] : [])].join(" › ");
  const excerpt = excerptOf(text, terms).map(({ text, isMatch }) =>
    isMatch ? make("mark", {}, text) : text,
  );
  const link = make(
    "a",
    {
      id: `search-result-${place}`,
      role: "option",
      tabindex: "-1",
      href: new URL(anchor ? `${page.address}#${anchor}` : page.address, root).href,
    },
    make("b", {}, heading ?? page.title),
    make("small", {}, where),
    make("span", {}, ...excerpt),
  );
  // Without this, a link to the same page leaves the dialog open.
  link.addEventListener("click", () => dialog.close());
  return link;
}

const options = (): HTMLElement[] => [...list.querySelectorAll("a")];
let chosen = 0;

/** Focus stays in the field, as screen readers expect of a list below one. */
function choose(place: number): void {
  const all = options();
  chosen = all.length === 0 ? 0 : (place + all.length) % all.length;
  for (const [number, one] of all.entries()) {
    one.setAttribute("aria-selected", String(number === chosen));
  }
  input.setAttribute("aria-activedescendant", all[chosen]?.id ?? "");
  all[chosen]?.scrollIntoView({ block: "nearest" });
}

void search();
input.addEventListener("input", search);
input.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  choose(chosen + step);
});
close.addEventListener("click", () => dialog.close());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  options()[chosen]?.click();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

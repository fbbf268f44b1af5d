/** What every page runs: the theme, copy buttons, tabs, and what opens the search and "Try it". */
import { letCopyPage, sayCopied } from "./copy-page.ts";

const { dataset } = document.documentElement;
const words = document.body.dataset;

/** Without storage, which may be blocked, a choice lasts as long as the page. */
const storage = (() => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
})();

const theme = document.querySelector<HTMLSelectElement>(".theme select");
if (theme) {
  theme.value = dataset.theme ?? "auto";
  theme.addEventListener("change", () => {
    dataset.theme = theme.value;
    storage?.setItem("theme", theme.value);
  });
}

/** Adds a button to the bar above a block of code. */
function addCopyButton(block: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy ?? "";
  button.addEventListener("click", async () => {
    const code = block.querySelector("code");
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
    } catch {
      // A page without https has no clipboard: the reader copies what is selected.
      getSelection()?.selectAllChildren(code);
      return;
    }
    sayCopied(button, words.copied, words.copy);
  });
  block.querySelector("figcaption")?.append(button);
}
for (const block of document.querySelectorAll<HTMLElement>("figure.code")) addCopyButton(block);

letCopyPage(words);

/** Tabs of one kind, such as languages, show on every page what the reader chose last. */
for (const tab of document.querySelectorAll<HTMLInputElement>(".tabs input")) {
  const key = `tab-${tab.name}`;
  tab.addEventListener("change", () => storage?.setItem(key, tab.value));
  if (storage?.getItem(key) === tab.value) tab.checked = true;
}

/** A click chooses and closes the list; the arrow keys, which click without a detail, go on. */
for (const list of document.querySelectorAll(".choices")) {
  list.addEventListener("click", (event) => {
    const isChosen = event.target instanceof HTMLInputElement && (event as MouseEvent).detail > 0;
    if (isChosen) list.querySelector("details")?.removeAttribute("open");
  });
}

/** Not by scrollIntoView, after which the Tab key would go on from here and not from the top. */
const current = document.querySelector<HTMLElement>('.menu [aria-current="page"]');
const menu = current?.closest(".menu");
const showCurrent = () => {
  if (current && menu) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
};
showCurrent();
// On a narrow screen the menu opens later.
menu?.addEventListener("toggle", showCurrent);

/** A name that is cut off shows in full under the pointer. */
for (const link of document.querySelectorAll<HTMLElement>(".menu a")) {
  if (link.scrollWidth > link.clientWidth) link.title = link.textContent ?? "";
}

/** The other language opens at the section that is being read. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}

/** Marks the section that is being read: the last above the middle third, or else the first one. */
function markSections(links: readonly HTMLAnchorElement[]): void {
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // The pane beside the others stays in view.
    return heading && !heading.closest(".beside") ? [{ link, heading }] : [];
  });
  const mark = () => {
    const above = sections.filter(
      ({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const current = above.at(-1) ?? sections[0];
    for (const each of sections) {
      if (each === current) each.link.setAttribute("aria-current", "true");
      else each.link.removeAttribute("aria-current");
    }
  };
  mark();
  document.addEventListener("scroll", mark, { passive: true });
}
for (const list of [".contents a", ".on-page a"])
  markSections([...document.querySelectorAll<HTMLAnchorElement>(list)]);

/** A reader who chose a section wants to see it, not the fold that it was chosen from. */
const fold = document.querySelector<HTMLDetailsElement>(".contents details");
fold?.addEventListener("click", (event) => {
  if (event.target instanceof HTMLAnchorElement) fold.open = false;
});

const openSearch = async () => (await import("./search.ts")).openSearch();
document.querySelector(".search-button")?.addEventListener("click", openSearch);
document.addEventListener("keydown", (event) => {
  const isTyping =
    event.target instanceof Element && event.target.matches("input, select, textarea");
  const isSlash = event.key === "/" && !isTyping;
  const isCommand = event.key === "k" && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  void openSearch();
});

const filter = document.querySelector(".filter");
if (filter) void import("./filter-table.ts").then(({ startFilter }) => startFilter(filter));

const tryButton = document.querySelector<HTMLElement>(".open-try");
tryButton?.addEventListener("click", async () => {
  const title = tryButton.textContent;
  tryButton.textContent = words.loading ?? "";
  const { openTryIt } = await import("./try-it.ts").finally(() => {
    tryButton.textContent = title;
  });
  const { operation = "", texts = "" } = tryButton.dataset;
  openTryIt(tryButton, JSON.parse(operation), JSON.parse(texts), addCopyButton);
});

/** The browser scrolls to what a closed example or another tab holds, but does not open it. */
const unfoldTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
  let panel = target?.closest(".panel");
  if (!panel) return;
  for (; panel; panel = panel.parentElement?.closest(".panel")) {
    const tab = panel.previousElementSibling?.querySelector("input");
    if (tab) tab.checked = true;
  }
  target?.scrollIntoView();
};
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

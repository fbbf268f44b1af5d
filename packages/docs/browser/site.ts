/** What every page runs: the theme, copy buttons, and what opens the search and the console. */
const { dataset } = document.documentElement;
const words = document.body.dataset;

const theme = document.querySelector<HTMLSelectElement>(".theme select");
if (theme) {
  theme.value = dataset.theme ?? "auto";
  theme.addEventListener("change", () => {
    dataset.theme = theme.value;
    try {
      localStorage.setItem("theme", theme.value);
    } catch {
      // Storage may be blocked: then the choice lasts as long as the page.
    }
  });
}

function addCopyButton(block: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy ?? "";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code")?.textContent ?? "");
    button.textContent = words.copied ?? "";
    setTimeout(() => {
      button.textContent = words.copy ?? "";
    }, 2000);
  });
  block.append(button);
}
for (const block of document.querySelectorAll("pre")) addCopyButton(block);

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

const consoleButton = document.querySelector<HTMLElement>(".open-console");
consoleButton?.addEventListener("click", async () => {
  const { openConsole } = await import("./console.ts");
  openConsole(consoleButton, JSON.parse(consoleButton.dataset.operation ?? ""), addCopyButton);
});

/** The browser scrolls to a closed example, but does not open it. */
const unfoldTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
};
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

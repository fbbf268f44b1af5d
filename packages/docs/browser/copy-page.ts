/** The button beside the title: it copies the page's Markdown twin, or else opens it. */
export function letCopyPage(words: DOMStringMap): void {
  const button = document.querySelector<HTMLButtonElement>(".copy-page");
  const twin = document.querySelector<HTMLLinkElement>('link[type="text/markdown"]')?.href;
  if (!twin) return;
  button?.addEventListener("click", async () => {
    try {
      // Safari lets a page write only at once, so it gets what is still being fetched.
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": readTwin(twin) })]);
    } catch {
      // A page without https has no clipboard.
      location.assign(twin);
      return;
    }
    sayCopied(button, words.copied, words.copyPage);
  });
}

/** Says on a button, for a moment, that it has copied something. */
export function sayCopied(button: HTMLElement, copied = "", label = ""): void {
  button.textContent = copied;
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}

async function readTwin(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} responds with ${response.status}`);
  return new Blob([await response.text()], { type: "text/plain" });
}

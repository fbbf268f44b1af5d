/** The note beside `npm install`, as long as there is nothing to install. */
import { readFileSync } from "node:fs";
import { textsIn } from "./interface-texts.ts";
import type { Language } from "./languages.ts";

const manifest = new URL("../../client/package.json", import.meta.url);

/** The note in Markdown; undefined from the first release on. */
export function installNote(
  language: Language,
  { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8")),
): string | undefined {
  return version === "0.0.0" ? `> ${textsIn(language).notPublished}` : undefined;
}

/** Puts the note before each block of a guide that begins with `npm install`. */
export function withInstallNote(guide: string, note: string | undefined): string {
  return note ? guide.replace(/^```sh\n(?=npm install )/gm, `${note}\n\n$&`) : guide;
}

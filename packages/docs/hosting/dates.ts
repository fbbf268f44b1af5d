/** When each file of the repository last changed, from git. */
import { run } from "@partner-center/lib/run";
import { type Html, html, raw } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Language } from "../page/languages.ts";

/** Days, such as 2026-11-22, by the path of the file. */
export type Dates = ReadonlyMap<string, string>;

/**
 * Reads the days of a commit's files; of none where there is no git, no such commit, or only a part of
 * the history, in which every file would seem new.
 *
 * @param commit a tag or `HEAD`
 */
export async function readDates(folder: string, commit: string): Promise<Dates> {
  const git = (...args: string[]) =>
    run("git", ["-C", folder, "-c", "core.quotePath=false", ...args], { capture: true });
  try {
    if ((await git("rev-parse", "--is-shallow-repository")).trim() === "true") return new Map();
    const log = await git("log", "--format=%x00%cs", "--name-only", commit, "--");
    const dates = new Map<string, string>();
    for (const [day = "", ...files] of log.split("\0").map((part) => part.split("\n"))) {
      // The newest commit comes first.
      for (const file of files) if (file && !dates.has(file)) dates.set(file, day);
    }
    return dates;
  } catch {
    return new Map();
  }
}

/** A day as every language of the site writes it. */
export const dayOf = (day: string): Html => html`<time datetime="${day}">${day}</time>`;

/** Adds to the links below a page when its file last changed. */
export function addDate(page: string, dates: Dates, language: Language): string {
  return page.replace(
    /(<footer class="origin" data-source="([^"]*)">.*?)<\/ul>/s,
    (all, before: string, source: string) => {
      const day = dates.get(source);
      if (!day) return all;
      return html`${raw(before)}<li>${textsIn(language).updated}: ${dayOf(day)}</li>\n</ul>`.text;
    },
  );
}

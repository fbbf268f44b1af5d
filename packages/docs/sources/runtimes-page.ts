/** Runtimes: a guide with the outcomes that `npm run check -- runtimes --write` puts into its content. */
import { readFileSync } from "node:fs";
import { type Html, html } from "../page/html.ts";
import { textsIn } from "../page/interface-texts.ts";
import type { Page } from "../page/page.ts";
import { table } from "../page/table.ts";

interface Outcomes {
  situations: string[];
  /** What a runtime cannot express, by the situation, each with the reason. All others passed. */
  runtimes: { name: string; notExpressible: Record<string, string> }[];
}

const file = new URL("../content/runtimes.json", import.meta.url);

/** The given page with a table in its section `summary`, and one in its section `situations`. */
export function runtimesPage(page: Page): Page {
  const { situations, runtimes }: Outcomes = JSON.parse(readFileSync(file, "utf8"));
  const texts = textsIn(page.language).runtimes;
  // The names of situations are those of tests, so nobody translates them.
  const inEnglish = (text: string): Html =>
    page.language === "en" ? html`${text}` : html`<span lang="en">${text}</span>`;

  const summary = runtimes.map(({ name, notExpressible }) => {
    const exceptions = Object.entries(notExpressible);
    const reasons = exceptions.map(([situation, reason]) => `${situation} (${reason})`).join("; ");
    const handled = `${situations.length - exceptions.length} / ${situations.length}`;
    return [html`${name}`, html`${handled}`, reasons ? inEnglish(reasons) : html``];
  });
  const every = situations.map((situation) => [
    inEnglish(situation),
    ...runtimes.map(({ notExpressible }) => {
      const mark = notExpressible[situation] ? texts.none : texts.passed;
      return html`<span class="mark">${mark}</span>`;
    }),
  ]);
  const added = new Map([
    ["summary", table([texts.runtime, texts.handled, texts.notExpressible], summary)],
    [
      "situations",
      table([texts.situation, ...runtimes.map(({ name }) => name)], every, texts.filter),
    ],
  ]);
  const sections = page.sections.map((section) => ({
    ...section,
    body: html`${section.body}${added.get(section.id)}`,
    // A name such as "408, then an order" must not bury the pages that explain it.
    ...(section.id === "situations" && { isList: true as const }),
  }));
  return { ...page, sections };
}

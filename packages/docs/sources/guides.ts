/** The pages written by hand: content/<language>/<name>.md, which begins with its title and more. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readAboutSite, withRepository } from "../page/about-site.ts";
import { installNote, withInstallNote } from "../page/install-note.ts";
import type { Language } from "../page/languages.ts";
import { type Embedded, renderGuide } from "../page/markdown.ts";
import type { Group, Page } from "../page/page.ts";
import { type CodeTableTexts, codeTable } from "./code-table.ts";
import type { TreatingPage } from "./reference/guide-links.ts";

export interface Guide {
  name: string;
  path: string;
  group: Group;
  connects?: boolean;
  isWide?: boolean;
}

const guide = (name: string): Guide => ({ name, path: `guides/${name}/`, group: "guides" });

/** In the order of the menu. */
export const guides: readonly Guide[] = [
  { name: "start", path: "", group: "start", isWide: true },
  { name: "samples", path: "samples/", group: "start" },
  { name: "try", path: "try/", group: "start", connects: true },
  guide("before-you-call"),
  guide("authentication"),
  guide("errors"),
  guide("throttling"),
  guide("order-life"),
  guide("after-the-order"),
  guide("prices"),
  guide("enums"),
  guide("not-covered"),
];

/** The page about where the client works, after those of the packages. */
export const runtimes: Guide = { name: "runtimes", path: "runtimes/", group: "packages" };

/** The page about the site's other formats, at the end of the menu. */
export const machines: Guide = { name: "machines", path: "machines/", group: "releases" };

interface Head {
  title: string;
  label?: string;
  description: string;
  keywords?: string;
  /** What of the contract the guide treats, and the anchor of the section that does. */
  treats?: Record<string, string>;
  /** Whether the guide begins with a table of its error codes, and the words of that table. */
  codeTable?: CodeTableTexts;
}

export function guidePage(
  language: Language,
  { name, path, group, connects, isWide }: Guide,
  embedded: Embedded,
): TreatingPage {
  const source = `packages/docs/content/${language}/${name}.md`;
  const file = new URL(`../../../${source}`, import.meta.url);
  const [, head = "", text = ""] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, "utf8")) ?? [];
  const {
    title,
    label = title,
    description,
    keywords,
    treats,
    codeTable: table,
  }: Head = parse(head) ?? {};
  if (!title || !description)
    throw new Error(`${file.pathname} lacks a title or description at its head`);
  const { lead, sections } = renderGuide(
    withRepository(withInstallNote(text, installNote(language)), language, readAboutSite()),
    embedded,
  );
  const page: Page = {
    language,
    path,
    title,
    label,
    description,
    group,
    source,
    ...(keywords && { keywords }),
    ...(connects && { connects }),
    ...(isWide && { isWide }),
    lead,
    sections: table ? [codeTable(sections, table), ...sections] : sections,
  };
  return { page, ...(treats && { treats }) };
}

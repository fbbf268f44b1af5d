/** Figures of the built files, for which nothing has to run in a browser. */
import { gzipSync } from "node:zlib";
import { languages } from "../page/languages.ts";
import { findBrokenLinks } from "./find-broken-links.ts";
import { findSnippetProblems, guideSnippets } from "./guide-snippets.ts";
import { findMissingNotices } from "./missing-notices.ts";
import { findRepeatedIds } from "./repeated-ids.ts";
import { kilobytes, report, reportNone } from "./report.ts";
import { askQuestions } from "./search-questions.ts";
import { readDist, readPage } from "./site-pages.ts";
import { findTwinGaps } from "./twin-gaps.ts";

/** @param operation path of an operation's page */
export function reportFiles(operation: string): void {
  reportWeight(operation);
  reportSearch();
  reportNone("broken links and anchors", findBrokenLinks());
  reportNone("ids that a page has twice", findRepeatedIds());
  reportNone("pages that differ from their Markdown twin", findTwinGaps());
  reportNone("libraries in the site without their notice", findMissingNotices());
  const snippets = new Map(languages.flatMap((language) => [...guideSnippets(language)]));
  reportNone(
    `problems of ${snippets.size} snippets, each compiled alone`,
    findSnippetProblems(snippets),
  );
}

function reportWeight(path: string): void {
  // Fonts are the reader's own: the style sheet names no file.
  const bytes = [readPage(path), readDist("assets/site.css")]
    .map((text) => gzipSync(text).length)
    .reduce((sum, size) => sum + size, 0);
  report({
    name: "operation page, HTML + CSS + fonts, gzip",
    measured: kilobytes(bytes),
    must: "≤ 40 kB",
    holds: bytes <= 40_000,
  });
}

function reportSearch(): void {
  for (const { language, asked, missed, notFirst } of askQuestions()) {
    report({
      name: `search, a right page in the first 3, ${language}`,
      measured: `${asked - missed.length} of ${asked}`,
      must: "all, of ≥ 60",
      holds: asked >= 60 && missed.length === 0,
      details: missed,
    });
    report({
      name: `search, the best page first, ${language}`,
      measured: `${asked - notFirst.length} of ${asked}`,
      must: "≥ 54",
      holds: asked - notFirst.length >= 54,
      details: notFirst,
    });
  }
}

/** Highlights code at build time, so that a page needs no script for it. */
import highlighter from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import csharp from "highlight.js/lib/languages/csharp";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import { type Html, html, raw } from "./html.ts";

const languages = { bash, csharp, http, json, python, typescript };
for (const [name, language] of Object.entries(languages)) {
  highlighter.registerLanguage(name, language);
}
highlighter.configure({ classPrefix: "" });

const aliases: Readonly<Record<string, string>> = {
  sh: "bash",
  ts: "typescript",
  cs: "csharp",
  py: "python",
};

/** What the style sheet has a colour for; other marks are dropped to keep pages small. */
const coloured =
  "attr|built_in|comment|keyword|literal|meta|number|property|string|subst|title|variable";

function highlight(code: string, language: string): string {
  const marked = highlighter.highlight(code, { language }).value;
  return marked.replace(/<span class="([\w ]+)">([^<]*)<\/span>/g, (all, names: string, text) =>
    names.split(" ").some((name) => coloured.split("|").includes(name)) ? all : text,
  );
}

/** What a language is called above a block of code. */
const titles: Readonly<Record<string, string>> = {
  bash: "Shell",
  csharp: "C#",
  http: "HTTP",
  json: "JSON",
  python: "Python",
  typescript: "TypeScript",
};

/**
 * A block of code, below a bar with its name. It scrolls sideways, so the keyboard can reach it; the
 * script of the page adds a button to the bar that copies it.
 *
 * @param title its file or the like, instead of its language
 */
export function codeBlock(code: string, language = "text", title?: string): Html {
  const name = aliases[language] ?? language;
  const text = code.trimEnd();
  const content = name in languages ? raw(highlight(text, name)) : text;
  const label = title ?? titles[name] ?? name;
  return html`<figure class="code"><figcaption>${label}</figcaption><pre tabindex="0" role="group" aria-label="${label}"><code class="language-${name}">${content}</code></pre></figure>`;
}

/** An example's value as JSON. */
export const jsonBlock = (value: unknown): Html =>
  codeBlock(JSON.stringify(value, null, 2), "json");

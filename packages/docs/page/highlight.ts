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

/** A block of code. Long lines wrap, so it never scrolls sideways. */
export function codeBlock(code: string, language = "text"): Html {
  const name = aliases[language] ?? language;
  const text = code.trimEnd();
  const content = name in languages ? raw(highlight(text, name)) : text;
  return html`<pre><code class="language-${name}">${content}</code></pre>`;
}

/** An example's value as JSON. */
export const jsonBlock = (value: unknown): Html =>
  codeBlock(JSON.stringify(value, null, 2), "json");

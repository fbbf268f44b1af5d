import { codeBlock } from "../../page/highlight.ts";
import { type Html, html, raw } from "../../page/html.ts";
import { installNote } from "../../page/install-note.ts";
import { type InterfaceTexts, textsIn } from "../../page/interface-texts.ts";
import type { Language } from "../../page/languages.ts";
import { renderMarkdown } from "../../page/markdown.ts";
import { type Page, section } from "../../page/page.ts";
import type { DescribedPackage } from "./packages.ts";
import type { Comment, Export } from "./read-exports.ts";

/** Declarations with more lines, such as `paths`, are left out. */
const longest = 60;

/**
 * The page of one package: each export with its comment, declaration and members.
 *
 * @param reference the pages of definitions, by the name that a package exports them under
 */
export function packagePage(
  language: Language,
  { name, exports, description }: DescribedPackage,
  reference: ReadonlyMap<string, string>,
): Page {
  const texts = textsIn(language);
  const [, owner] = /^(.*)\//.exec(name) ?? [];
  const title = `@partner-center/${name}`;
  // Comments are in the language of the code.
  const foreign = language === "en" ? "" : ' lang="en"';
  const names = exports.map(({ name }) => html`<a href="#${name}"><code>${name}</code></a>`);
  const list = html`<p>${names.map((link, index) => html`${index > 0 && " · "}${link}`)}</p>`;
  const entries = exports.map((exported) => {
    const { name, kind } = exported;
    const described = reference.get(name);
    const content = described
      ? html`<p><a href="page:${described}">${texts.inReference} (${name})</a></p>`
      : html`<div${raw(foreign)}>${details(exported, texts)}</div>`;
    const body = html`<p class="type">${texts.kinds[kind]}</p>\n${content}`;
    return section(3, name, html`<code>${name}</code>`, body, { frame: "entry" });
  });
  return {
    language,
    path: `packages/${name}/`,
    title,
    label: owner ? name : title,
    description: description[language],
    group: "packages",
    ...(owner && { parent: `packages/${owner}/` }),
    lead: html`<p>${description[language]} ${texts.commentsInEnglish}</p>
${renderMarkdown(installNote(language) ?? "")}${codeBlock(`npm install @partner-center/${owner ?? name}`, "sh")}`,
    sections: [section(2, "exports", texts.exports, list, { isList: true }), ...entries],
  };
}

function details(exported: Export, texts: InterfaceTexts): Html {
  const { declaration, members } = exported;
  const documented = members.filter(({ text, tags }) => text || tags.length > 0);
  const terms = documented.map(
    (member) => html`<dt><code>${member.name}</code></dt><dd>${comment(member, texts)}</dd>`,
  );
  return html`${comment(exported, texts)}
${declaration.split("\n").length <= longest && codeBlock(declaration, "ts")}
${terms.length > 0 && html`<dl>${terms}</dl>`}`;
}

function comment({ text, tags }: Comment, texts: InterfaceTexts): Html {
  const of = (name: string) => tags.filter((tag) => tag.name === name).map((tag) => tag.text);
  const throws = of("throws").map((thrown) => html`<li>${prose(thrown)}</li>`);
  return html`${prose(text)}
${of("default").map((value) => html`<p>${texts.defaultValue}: <code>${value}</code></p>`)}
${throws.length > 0 && html`<p>${texts.throws}:</p><ul>${throws}</ul>`}
${of("example").map((code) => html`<p>${texts.example}:</p>${codeBlock(code, "ts")}`)}`;
}

/** Links between doc comments become code: their targets are on the same page. */
const prose = (text: string): Html => renderMarkdown(text.replace(/\{@link (\w+)\}/g, "`$1`"));

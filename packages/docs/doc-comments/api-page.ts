import { definitionPath } from "../reference/contract.ts";
import { heading } from "../reference/parts.ts";
import { codeBlock } from "../site/highlight.ts";
import { type Html, html, raw } from "../site/html.ts";
import { installNote } from "../site/install-note.ts";
import { type InterfaceTexts, textsIn } from "../site/interface-texts.ts";
import type { Language } from "../site/languages.ts";
import { renderMarkdown } from "../site/markdown.ts";
import type { Page } from "../site/page.ts";
import type { Comment, Export } from "./read-exports.ts";

export interface ApiPackage {
  /** Such as `client`, or `client/testing` for one of its further entry points. */
  name: string;
  exports: Export[];
  /** One sentence for each language. */
  description: Readonly<Record<Language, string>>;
  /** Definitions of the contract, which the reference describes already. */
  definitions: readonly string[];
}

/** Lines of a declaration that somebody will read; `paths` and its like have hundreds. */
const longest = 60;

/** The page of one package: each export with its comment, declaration and members. */
export function apiPage(language: Language, described: ApiPackage): Page {
  const { name, exports, description, definitions } = described;
  const texts = textsIn(language);
  const [, owner] = /^(.*)\//.exec(name) ?? [];
  const title = `@partner-center/${name}`;
  // Comments are in the language of the code.
  const foreign = language === "en" ? "" : ' lang="en"';
  const entries = exports.map((exported) => {
    const { name, kind } = exported;
    const content = definitions.includes(name)
      ? html`<p><a href="page:${definitionPath(name)}">${texts.inReference} (${name})</a></p>`
      : html`<div${raw(foreign)}>${details(exported, texts)}</div>`;
    return html`<section class="entry">
${heading(3, name, html`<code>${name}</code>`)}
<p class="type">${texts.kinds[kind]}</p>
${content}
</section>
`;
  });
  return {
    language,
    path: `packages/${name}/`,
    title,
    label: owner ? name : title,
    description: description[language],
    group: "packages",
    ...(owner && { parent: `packages/${owner}/` }),
    body: html`<p>${description[language]} ${texts.commentsInEnglish}</p>
${renderMarkdown(installNote(language) ?? "")}${codeBlock(`npm install @partner-center/${owner ?? name}`, "sh")}
${heading(2, "exports", texts.exports)}
<p>${exports.map(({ name }, index) => html`${index > 0 && " · "}<a href="#${name}"><code>${name}</code></a>`)}</p>
${entries}`,
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

/** Links between doc comments become code, since a page holds them all. */
const prose = (text: string): Html => renderMarkdown(text.replace(/\{@link (\w+)\}/g, "`$1`"));

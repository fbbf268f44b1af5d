import { codeBlock } from "../../page/highlight.ts";
import { type Html, html, raw } from "../../page/html.ts";
import { installNote } from "../../page/install-note.ts";
import { type InterfaceTexts, textsIn } from "../../page/interface-texts.ts";
import type { Language } from "../../page/languages.ts";
import { renderInline, renderMarkdown } from "../../page/markdown.ts";
import { type Page, type Section, section } from "../../page/page.ts";
import { table } from "../../page/table.ts";
import type { Comment } from "./comments.ts";
import { type AddressOf, linkedCode, linkedProse, linkedType } from "./links.ts";
import type { Member } from "./members.ts";
import type { DescribedPackage } from "./packages.ts";
import { type Export, exportGroups } from "./read-exports.ts";

/** Declarations with more lines, such as `paths`, are left out. */
const longest = 60;

interface Context {
  texts: InterfaceTexts;
  addressOf: AddressOf;
  /** Comments are in the language of the code. */
  foreign: Html | undefined;
}

/**
 * The page of one package: each export with its comment, its code and a table of what it has.
 *
 * @param reference the pages of definitions, by the name that a package exports them under
 */
export function packagePage(
  language: Language,
  { name, exports, description, keywords }: DescribedPackage,
  reference: ReadonlyMap<string, string>,
): Page {
  const texts = textsIn(language);
  const [, owner] = /^(.*)\//.exec(name) ?? [];
  const title = `@partner-center/${name}`;
  const addressOf = (exported: string) => {
    if (exports.some(({ name }) => name === exported)) return `#${exported}`;
    const described = reference.get(exported);
    return described && `page:${described}`;
  };
  const foreign = language === "en" ? undefined : raw(' lang="en"');
  const context = { texts, addressOf, foreign };
  const groups = exportGroups
    .map((group) => [group, exports.filter((exported) => exported.group === group)] as const)
    .filter(([, members]) => members.length > 0);
  const sections = groups.flatMap(([group, members]) => [
    section(2, `exports-${group}`, texts.exportGroups[group], html``, { isList: true }),
    ...members.map((exported) => entry(exported, reference.get(exported.name), context)),
  ]);
  const list = groups.map(
    ([group, members]) =>
      html`<dt>${texts.exportGroups[group]}</dt><dd>${members.map(({ name }, index) => html`${index > 0 && " · "}<a href="#${name}"><code>${name}</code></a>`)}</dd>\n`,
  );
  return {
    language,
    path: `packages/${name}/`,
    title,
    label: owner ? name : title,
    description: description[language],
    keywords,
    group: "packages",
    ...(owner && { parent: `packages/${owner}/` }),
    lead: html`<p>${description[language]} ${texts.commentsInEnglish}</p>
${renderMarkdown(installNote(language) ?? "")}${codeBlock(`npm install @partner-center/${owner ?? name}`, "sh")}`,
    sections: [
      section(2, "exports", texts.exports, html`<dl>${list}</dl>`, { isList: true }),
      ...sections,
    ],
  };
}

function entry(exported: Export, described: string | undefined, context: Context): Section {
  const { name, kind } = exported;
  const { texts, foreign } = context;
  const content = described
    ? html`<p><a href="page:${described}">${texts.inReference} (${name})</a></p>`
    : html`<div${foreign}>${exported.forms.map((form) => describe(form, name, context))}</div>
${members(exported, context)}`;
  const body = html`<p class="type">${texts.kinds[kind]}</p>\n${content}`;
  return section(3, name, html`<code>${name}</code>`, body, { frame: "entry" });
}

function describe(form: Export["forms"][number], name: string, context: Context): Html {
  const { code = "" } = form;
  const isShown = code !== "" && code.split("\n").length <= longest;
  return html`${linkedProse(form.text, context.addressOf)}
${isShown && linkedCode(code, name, context.addressOf)}
${tags(form, context)}`;
}

function tags({ tags }: Comment, { texts, addressOf }: Context): Html {
  const of = (name: string) => tags.filter((tag) => tag.name === name).map(({ text }) => text);
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 &&
    html`<p>${title}:</p><ul>${items.map((item) => html`<li>${linkedProse(item, addressOf)}</li>`)}</ul>`;
  const thrown = of("throws").map((text) =>
    text.replace(/^\w+/, (name) => (addressOf(name) ? `{@link ${name}}` : name)),
  );
  const parameters = of("param").map((text) => text.replace(/^(\S+)/, "`$1`:"));
  return html`${list(texts.parameters, parameters)}
${list(texts.throws, thrown)}
${of("example").map((code) => html`<p>${texts.example}:</p>${codeBlock(code, "ts")}`)}`;
}

/** A row for each member, what a row has no room for, and where members of its bases are described. */
function members({ members, bases, group }: Export, context: Context): Html {
  const { texts, addressOf, foreign } = context;
  const isLong = ({ tags }: Member) => tags.some(({ name }) => name === "example");
  const columns = [texts.nameColumn, texts.typeColumn, texts.descriptionColumn];
  const rows = members
    .filter((member) => !isLong(member))
    .map((member) => [
      html`<code>${member.name}</code>`,
      html`${linkedType(member.type, addressOf)}${group === "options" && member.isRequired && html` <span class="required">${texts.required}</span>`}`,
      memberText(member, context),
    ]);
  const long = members.filter(isLong).map(
    (member) => html`<dt><code>${member.name}</code></dt>
<dd>${linkedCode(`${member.name}: ${member.type};`, member.name, addressOf)}<div${foreign}>${linkedProse(member.text, addressOf)}${tags(member, context)}</div></dd>`,
  );
  const links = bases.map(
    (base, index) => html`${index > 0 && ", "}${linkedType(base, addressOf)}`,
  );
  return html`${long.length > 0 && html`<dl class="long">${long}</dl>`}${rows.length > 0 && table(columns, rows)}
${bases.length > 0 && html`<p>${texts.alsoHas} ${links}.</p>`}`;
}

function memberText(member: Member, context: Context): Html {
  const { texts, addressOf, foreign } = context;
  const [value] = member.tags.filter(({ name }) => name === "default").map(({ text }) => text);
  return html`<div${foreign}>${linkedProse(member.text, addressOf)}${tags(member, context)}</div>${
    value && html`<p>${texts.defaultValue}: ${defaultOf(value)}</p>`
  }`;
}

/** A value is code, and `a new GUID` is not. */
const defaultOf = (value: string): Html =>
  /^[a-z]+ /.test(value) ? renderInline(value) : html`<code>${value}</code>`;

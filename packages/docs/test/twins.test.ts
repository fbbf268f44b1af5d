import { expect, test } from "vitest";
import { renderTwin } from "../outputs/twins.ts";
import { html } from "../page/html.ts";
import { type Page, type Section, section } from "../page/page.ts";

const thing = {
  language: "en",
  path: "reference/thing/",
  title: "Thing",
  label: "Thing",
  description: "A thing.",
  group: "reference",
} as const;

const twinOf = (content: Pick<Page, "lead" | "sections">) =>
  renderTwin({ ...thing, ...content }).split("\n\n---\n")[0];

const entry = (name: string, body: Section["body"]) =>
  section(3, name, html`<code>${name}</code>`, body, { frame: "entry" });

test("a twin keeps the order of sections and the levels of lists", () => {
  const lead = html`<p>First</p><ul><li>One<ul><li>Below <code>one</code></li></ul></li><li> </li><li>Two</li></ul>`;
  const sections = [
    section(2, "members", "Members", html``),
    entry("a", html`<p>The <a href="page:reference/a/#x">first</a></p>`),
    entry("b", html`<p>The last</p>`),
  ];
  expect(twinOf({ lead, sections })).toBe(`# Thing

First

* One
  * Below \`one\`
* Two

## Members

### \`a\`

The [first](../a/index.md#x)

### \`b\`

The last`);
});

test("a fold within a list stays part of its item", () => {
  const inner = html`<details><summary>Inside</summary><ul><li>b</li></ul></details>`;
  const lead = html`<ul><li>a <span>string</span><p>First.</p>${inner}</li><li>c</li></ul>`;
  const lines = ["# Thing", "", "* a string  ", "First.  ", "Inside:", "  * b", "* c"];
  expect(twinOf({ lead, sections: [] })).toBe(lines.join("\n"));
});

test("a twin names a diagram, leaves out what needs a script and keeps code as it is", () => {
  const lead = html`<p><span class="diagram" role="img" aria-label="a_b leads to c"><svg><text>a_b</text></svg></span></p>
<div class="try"><button>Open</button></div>
<details><summary>A * sample</summary><pre><code class="language-ts"><span class="keyword">const</span> a_b = <span class="string">"*"</span>;</code></pre></details>`;
  expect(twinOf({ lead, sections: [] })).toBe(`# Thing

_a\\_b leads to c_

**A \\* sample**

\`\`\`ts
const a_b = "*";
\`\`\``);
});

import { expect, test } from "vitest";
import { html } from "../site/html.ts";
import { renderTwin } from "../site/twins.ts";

test("a twin keeps the order of sections and the levels of lists", () => {
  const body = html`<p>First</p><ul><li>One<ul><li>Below <code>one</code></li></ul></li><li> </li><li>Two</li></ul>
<h2 id="members"><a href="#members">Members</a></h2>
<section class="entry"><h3 id="a"><a href="#a"><code>a</code></a></h3><p>The <a href="page:reference/a/#x">first</a></p></section>
<section class="entry"><h3 id="b"><a href="#b"><code>b</code></a></h3><p>The last</p></section>`;
  const twin = renderTwin({
    language: "en",
    path: "reference/thing/",
    title: "Thing",
    label: "Thing",
    description: "A thing.",
    group: "reference",
    body,
  });
  expect(twin.split("\n\n---\n")[0]).toBe(`# Thing

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

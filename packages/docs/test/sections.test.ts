import { expect, test } from "vitest";
import { renderGuide } from "../page/markdown.ts";
import { bodyOf } from "../page/page.ts";

const guide = `## The \`first\` part {#first}

Something about bicycles.

### A detail {#detail}

\`\`\`ts
const secretWord = 1;
\`\`\`

#### Not a section

The end.
`;

test("a guide becomes its sections, and they become its HTML", () => {
  const { lead, sections } = renderGuide(guide, { diagrams: {} });
  expect(lead.text).toBe("");
  expect(sections.map(({ id, level, title }) => [id, level, title.text])).toEqual([
    ["first", 2, "The <code>first</code> part"],
    ["detail", 3, "A detail"],
  ]);
  expect(bodyOf({ lead, sections }).text).toContain(
    '<h3 id="detail"><a href="#detail">A detail</a></h3>\n<figure class="code">',
  );
  expect(sections.at(-1)?.body.text).toContain("<h4>Not a section</h4>\n<p>The end.</p>");
});

test("a guide whose heading has no anchor is refused", () => {
  expect(() => renderGuide("## No anchor\n", { diagrams: {} })).toThrow(
    'The heading "No anchor" has no {#anchor}',
  );
});

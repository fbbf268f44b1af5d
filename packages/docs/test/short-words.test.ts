import { expect, test } from "vitest";
import { pagePaths, readPage } from "../checks/site-pages.ts";
import { bindShortWords } from "../page/short-words.ts";

const space = "\u00a0";

test("a word of one letter stays on the line of the next word", () => {
  expect(bindShortWords("<p>I w tym,\ni z <em>nim</em> (o co?) – a <code>x</code> i y</p>")).toBe(
    `<p>I${space}w${space}tym,\ni${space}z${space}<em>nim</em> (o${space}co?) – a${space}<code>x</code> i${space}y</p>`,
  );
});

test("letters within words, after a hyphen and at the end of a line's element stay as they are", () => {
  const text = "<p>ta woda, GUID-u nie ma, v1.0 z</p>\n<p>dalej</p>";
  expect(bindShortWords(text)).toBe(text);
});

test("code, scripts, drawings and attributes stay as they are", () => {
  for (const text of [
    '<pre><code>if i in <span class="x">a b</span></code></pre>',
    "<code>a b</code>",
    "<script>const a = 1;</script>",
    "<svg><text>a b</text></svg>",
    '<a title="a b" href="#">x</a>',
  ]) {
    expect(bindShortWords(text)).toBe(text);
  }
});

test("every Polish page has them, and no English one", () => {
  const paths = pagePaths();
  const withSpace = paths.filter((path) => readPage(path).includes(space));
  expect(withSpace).toEqual(paths.filter((path) => path.startsWith("pl/")));
});

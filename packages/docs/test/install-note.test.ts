import { expect, test } from "vitest";
import { installNote, withInstallNote } from "../page/install-note.ts";
import { languages } from "../page/languages.ts";
import { bodyOf } from "../page/page.ts";
import { guidePage, guides } from "../sources/guides.ts";

const guide = "Text\n\n```sh\nnpm install one\n```\n\n```sh\nnpm start\n```\n";

test.each(languages)(
  "in %s the note stands before an installation until the first release",
  (language) => {
    const note = installNote(language, { version: "0.0.0" });
    expect(note).toContain("npm run release -- pack");
    expect(withInstallNote(guide, note)).toBe(guide.replace("```sh\nnpm install", `${note}\n\n$&`));
    expect(installNote(language, { version: "1.0.0" })).toBeUndefined();
    expect(withInstallNote(guide, undefined)).toBe(guide);
  },
);

test.each(languages)("the first guide in %s has the note as long as it is true", (language) => {
  const [start] = guides;
  const guide = start ?? { name: "start", path: "", group: "start" };
  const { page } = guidePage(language, guide, { diagrams: {} });
  expect(bodyOf(page).text.includes("npm run release -- pack")).toBe(
    installNote(language) !== undefined,
  );
});

import { expect, test } from "vitest";
import { readAboutSite, withRepository } from "../page/about-site.ts";
import { languages } from "../page/languages.ts";
import { bodyOf } from "../page/page.ts";
import { guidePage, guides } from "../sources/guides.ts";

const guide = "Text\n\n```sh\ngit clone REPOSITORY here && cd here\nnpm start\n```\n";
const repository = "https://example.com/owner/name";

test("the repository and the version are those of the package", () => {
  const url = `git+${repository}.git`;
  expect(readAboutSite({ version: "1.2.0", repository: { url } })).toEqual({
    version: "1.2.0",
    repository,
  });
  expect(readAboutSite({ version: "0.0.0" })).toEqual({});
});

test.each(languages)(
  "in %s a guide clones from the repository, or says that it can't",
  (language) => {
    expect(withRepository(guide, language, { repository })).toContain(
      `git clone ${repository}.git here && cd here\nnpm start`,
    );
    const unset = withRepository(guide, language, {});
    expect(unset).toMatch(/^Text\n\n> .+\.\n\n```sh\nnpm start\n/);
  },
);

test.each(languages)("the first guide in %s names no address that is not there", (language) => {
  const [start] = guides;
  const guide = start ?? { name: "start", path: "", group: "start" };
  const { page } = guidePage(language, guide, { diagrams: {} });
  const text = bodyOf(page).text;
  expect(text).not.toContain("REPOSITORY");
  expect(text.includes("git clone")).toBe(readAboutSite().repository !== undefined);
});

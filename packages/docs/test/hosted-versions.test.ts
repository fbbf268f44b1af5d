import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readDates } from "../hosting/dates.ts";
import { putTogether } from "../hosting/put-together.ts";
import { renderPage } from "../page/frame.ts";
import { html } from "../page/html.ts";
import type { Language } from "../page/languages.ts";
import type { Page } from "../page/page.ts";
import { section } from "../page/page.ts";
import { siblingsIn } from "../page/siblings.ts";

const source = "packages/docs/content/en/errors.md";

/** A folder that is removed with the test. */
function makeFolder(): string {
  const folder = temporaryFolder("versions-");
  onTestFinished(() => folder[Symbol.dispose]());
  return folder.path;
}

/** Writes the site of a version as it is published. */
function writeSite(folder: string, version: string | undefined, paths: readonly string[]): void {
  const about = { ...(version && { version }), repository: "https://example.com/owner/name" };
  for (const language of ["en", "pl"] satisfies Language[]) {
    const pages = paths.map((path): Page => {
      const sections = path === "changelog/" ? [section(2, "v1.0.0", "1.0.0", html``)] : [];
      const names = { title: path, label: path, description: path };
      return { ...names, language, path, group: "start", source, lead: html`Text`, sections };
    });
    for (const page of pages) {
      const file = join(folder, language === "en" ? "" : language, page.path, "index.html");
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, renderPage(page, siblingsIn(language, pages), about));
    }
  }
  mkdirSync(join(folder, "v"));
}

/** What readers see of versions on a hosted page. */
let readHosted: (path: string) => { name: string; list: string[]; note: string; page: string };

beforeAll(() => {
  const folder = temporaryFolder("hosted-");
  const [released, next, out] = ["released", "next", "out"].map((part) => join(folder.path, part));
  if (!released || !next || !out) throw new Error("Three folders were named");
  writeSite(join(released, "1.0.0"), "1.0.0", ["", "guides/old/", "changelog/"]);
  writeSite(join(released, "1.1.0"), "1.1.0", ["", "guides/new/", "changelog/"]);
  writeSite(next, "1.1.0", ["", "guides/new/"]);
  putTogether(out, {
    versions: ["1.1.0", "1.0.0"],
    last: "1.1.0",
    days: { "1.0.0": "2026-11-22" },
    released,
    next,
    url: "https://example.com/",
    dates: new Map([["1.0.0", new Map([[source, "2026-10-01"]])]]),
  });
  readHosted = (path) => {
    const page = readFileSync(join(out, path, "index.html"), "utf8");
    const [, name = "", list = ""] =
      /<details class="version"><summary>(.*?)<\/summary>(.*?)<\/details>/s.exec(page) ?? [];
    return {
      name,
      list: [...list.matchAll(/href="([^"]*)"/g)].map(([, address = ""]) => address),
      note: /<p class="other-release">.*?<\/p>/s.exec(page)?.[0] ?? "",
      page,
    };
  };
  return () => folder[Symbol.dispose]();
});

test("the version in the header opens the same page of the others, if they have it", () => {
  const { name, list } = readHosted("guides/new");
  expect(name).toBe("1.1.0");
  const others = ["../../next/guides/new/", "../../v/1.1.0/guides/new/", "../../v/1.0.0/"];
  expect(list).toEqual([...others, "../../v/"]);
  expect(readHosted("v/1.0.0/pl/guides/old").list[0]).toBe("../../../../../next/pl/");
  expect(readHosted("next").name).toBe("Next release");
});

test("a page of an earlier release says so, and leads to the last one", () => {
  expect(readHosted("v/1.0.0/guides/old").note).toContain("This page is about release 1.0.0.");
  expect(readHosted("v/1.0.0/guides/old").note).toContain('<a href="../../../../">');
  expect(readHosted("v/1.0.0/pl").note).toContain("Ta strona opisuje wydanie 1.0.0.");
  expect(readHosted("next/guides/new").note).toContain('<a href="../../../guides/new/">');
});

test("a page of the last release says nothing of the kind", () => {
  expect([readHosted("").note, readHosted("v/1.1.0/pl/guides/new").note]).toEqual(["", ""]);
});

test("releases have the days on which they were published", () => {
  const day = '<time datetime="2026-11-22">2026-11-22</time>';
  expect(readHosted("changelog").page).toContain(`1.0.0</a></h2>\n<p class="day">${day}</p>`);
  expect(readHosted("v").page).toContain(`1.0.0</a> ${day}`);
  expect(readHosted("v").page.match(/<time/g)).toHaveLength(1);
});

test("a page says when its file last changed, if git knows it", () => {
  const day = '<time datetime="2026-10-01">2026-10-01</time>';
  expect(readHosted("v/1.0.0").page).toContain(`<li>Last updated: ${day}</li>`);
  expect(readHosted("v/1.0.0/pl").page).toContain(`<li>Ostatnia zmiana: ${day}</li>`);
  expect(readHosted("").page).not.toContain("Last updated");
});

test("a file's day is that of its last commit, as of each release", async () => {
  const folder = makeFolder();
  const git = (day: string, ...args: string[]) => {
    const env = { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    const author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
    return run("git", ["-C", folder, ...author, ...args], { capture: true, env });
  };
  const commit = async (day: string, file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    await git(day, "add", ".");
    await git(day, "commit", "-m", text);
  };
  await git("2026-01-01", "init");
  await commit("2026-01-01", "żółw {id}.md", "one");
  await git("2026-01-01", "tag", "@scope/docs@1.0.0");
  await commit("2026-01-02", "żółw {id}.md", "two");
  await commit("2026-01-03", "other.md", "three");
  expect(Object.fromEntries(await readDates(folder, "HEAD"))).toEqual({
    "żółw {id}.md": "2026-01-02",
    "other.md": "2026-01-03",
  });
  const released = await readDates(folder, "@scope/docs@1.0.0");
  expect(Object.fromEntries(released)).toEqual({ "żółw {id}.md": "2026-01-01" });

  expect(await readDates(folder, "@scope/docs@2.0.0")).toEqual(new Map());
  const shallow = join(folder, "shallow");
  await git("2026-01-04", "clone", "--depth=1", `file://${folder}`, shallow);
  expect(await readDates(shallow, "HEAD")).toEqual(new Map());
  expect(await readDates(makeFolder(), "HEAD")).toEqual(new Map());
});

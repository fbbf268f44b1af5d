/** Licences of the libraries that are in the files of the site: notices.txt, which goes with it. */
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folders of the packages that source files are from; files of this repository have none. */
export function packageFolders(files: readonly string[]): string[] {
  const folders = files.flatMap((file) => {
    const [, folder] =
      /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll("\\", "/")) ?? [];
    return folder ? [folder] : [];
  });
  return [...new Set(folders)].sort();
}

/**
 * Name, version and licence of a package.
 *
 * @throws Error when the package has no file with its licence
 */
export function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [file] = globSync("{LICENSE,LICENCE,License,license}*", { cwd: folder }).sort();
  if (!file) {
    throw new Error(
      `${name} is bundled in the site and has no LICENSE file: add its licence in packages/docs/outputs/notices.ts`,
    );
  }
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}

/**
 * @param folders packages in the scripts of the site
 * @param redoc the page that Redocly makes, which names the libraries in it in comments
 */
export function renderNotices(folders: readonly string[], redoc: string): string {
  const cli = redoclyFolder();
  const parts = [
    "The site contains parts of these libraries, under their licences.",
    ...folders.map(licenceOf),
    `The page redoc/ is made by ${licenceOf(cli)}`,
    `Libraries named in the page redoc/:\n\n${licenceComments(redoc).join("\n\n")}`,
    readFileSync(join(cli, "THIRD_PARTY_NOTICES"), "utf8").trim(),
  ];
  return `${parts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

/** Each comment that states a licence or copyright, once and without its marks. */
function licenceComments(page: string): string[] {
  const comments = page.match(/\/\*[*!].*?\*\//gs) ?? [];
  const notices = comments
    .filter((comment) => /@license|copyright/i.test(comment) && comment.length < 5000)
    .map((comment) => comment.replace(/^\/\*[*!]\s*|\s*\*\/$|^\s*\* ?/gm, "").trim());
  return [...new Set(notices)];
}

/** It is a tool of the contract's package. */
function redoclyFolder(): string {
  const spec = createRequire(import.meta.resolve("@partner-center/spec/package.json"));
  return dirname(spec.resolve("@redocly/cli/package.json"));
}

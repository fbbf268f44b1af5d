/** Looks for libraries that are in the built site while its notices.txt does not say so. */
import { globSync, readFileSync } from "node:fs";
import { dist, readDist } from "./site-pages.ts";

/** Names of libraries, and lines in which those of the Redoc page state their licence. */
export function findMissingNotices(site = dist): string[] {
  const notices = readDist("notices.txt", site);
  const lines = notices.split("\n");
  return [
    ...importedLibraries().filter((name) => !lines.some((line) => line.startsWith(`${name} `))),
    ...licenceLines(readDist("redoc/index.html", site)).filter((line) => !notices.includes(line)),
  ];
}

const packages = new URL("../../", import.meta.url);

/** What the scripts of the site import: its own, and those of the client, which "Try it" runs. */
export function importedLibraries(): string[] {
  const files = globSync(["docs/browser/*.ts", "client/src/**/*.ts"], { cwd: packages });
  const names = files.flatMap((file) => {
    const code = readFileSync(new URL(file.replaceAll("\\", "/"), packages), "utf8");
    // Types leave nothing in a script.
    const imports = code.matchAll(/^(?:import|export) (?!type )[^;]*? from "([^".][^"]*)";/gm);
    return [...imports].map(([, name = ""]) => name);
  });
  return [...new Set(names)].filter((name) => !name.startsWith("@partner-center/"));
}

/** The lines in a page's comments that name a licence or a copyright. */
function licenceLines(page: string): string[] {
  const comments = page.match(/\/\*[*!].*?\*\//gs) ?? [];
  const lines = comments.flatMap((comment) => comment.slice(3, -2).split("\n"));
  const stating = lines.filter((line) => /@licen[cs]e|copyright/i.test(line));
  return [...new Set(stating.map((line) => line.replace(/^\s*\* ?/, "").trim()))];
}

/** What the site says of itself: its version, and the repository that it is made from. */
import { readFileSync } from "node:fs";
import { textsIn } from "./interface-texts.ts";
import type { Language } from "./languages.ts";

export interface AboutSite {
  /** Undefined until the first release. */
  version?: string;
  /** Such as `https://github.com/OWNER/NAME`; undefined while it is unset. */
  repository?: string;
}

/** `npm run release -- settings --repository URL` writes the repository into it. */
interface Manifest {
  version: string;
  repository?: { url: string };
}

const manifest = new URL("../package.json", import.meta.url);

export function readAboutSite(
  { version, repository }: Manifest = JSON.parse(readFileSync(manifest, "utf8")),
): AboutSite {
  return {
    ...(version !== "0.0.0" && { version }),
    ...(repository && { repository: repository.url.replace(/^git\+|\.git$/g, "") }),
  };
}

/** Puts the repository into each `git clone` of a guide; without one, a note stands in its place. */
export function withRepository(
  guide: string,
  language: Language,
  { repository }: AboutSite,
): string {
  if (repository) return guide.replaceAll("git clone REPOSITORY", `git clone ${repository}.git`);
  const { noRepository } = textsIn(language);
  return guide.replace(
    /^```sh\ngit clone REPOSITORY.*\n/gm,
    () => `> ${noRepository}\n\n\`\`\`sh\n`,
  );
}

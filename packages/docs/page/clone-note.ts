/** Where readers clone from: the repository of the settings, or a note that there is none yet. */
import { readFileSync } from "node:fs";
import { textsIn } from "./interface-texts.ts";
import type { Language } from "./languages.ts";

/** `npm run release -- settings --repository URL` writes it into the package.json of each package. */
interface Manifest {
  repository?: { url: string };
}

const manifest = new URL("../package.json", import.meta.url);

/** The address of the repository, such as `https://github.com/OWNER/NAME`; undefined while it is unset. */
export function repositoryOf(
  { repository }: Manifest = JSON.parse(readFileSync(manifest, "utf8")),
): string | undefined {
  return repository?.url.replace(/^git\+|\.git$/g, "");
}

/** Puts the address into each `git clone` of a guide; without one, a note stands in its place. */
export function withRepository(
  guide: string,
  language: Language,
  repository: string | undefined,
): string {
  if (repository) return guide.replaceAll("git clone REPOSITORY", `git clone ${repository}.git`);
  const { noRepository } = textsIn(language);
  return guide.replace(
    /^```sh\ngit clone REPOSITORY.*\n/gm,
    () => `> ${noRepository}\n\n\`\`\`sh\n`,
  );
}

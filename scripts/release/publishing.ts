/**
 * Where and under which names the packages are published: the settings in `publishing` of the root
 * package.json, and what follows from them in manifests and READMEs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "@partner-center/lib/packages";

const rootManifest = join(import.meta.dirname, "../../package.json");

export interface Publishing {
  /** The scope of every package's name, such as `@acme`. */
  scope: string;
  /** Address of the registry, with a slash at its end; npm's own by default. */
  registry?: string;
  /** Address of the repository, without `.git`; releases fail without it. */
  repository?: string;
  /** The keywords of every published package. */
  keywords: string[];
}

/** The settings of this checkout. */
export function readPublishing(): Publishing {
  return JSON.parse(readFileSync(rootManifest, "utf8")).publishing;
}

export const repositoryUnset =
  "The repository's address is unset; run: npm run release -- settings --repository https://...";

/** The fields of a published package.json that follow from the settings. */
export function publishingFields(
  { keywords, registry, repository }: Publishing,
  directory: string,
): Pick<Manifest, "keywords"> &
  Record<"homepage" | "bugs" | "repository" | "publishConfig", unknown> {
  return {
    keywords,
    homepage: repository && `${repository}#readme`,
    bugs: repository && `${repository}/issues`,
    repository: repository && { type: "git", url: `git+${repository}.git`, directory },
    publishConfig: registry && { registry },
  };
}

const begin = "<!-- install: `npm run release -- settings` and the first release write this -->";
const end = "<!-- /install -->";

/**
 * What a README says before its `npm install`: that nothing is published yet, or where the packages are
 * if not in npm's own registry.
 *
 * @param version the package's version, `0.0.0` until its first release
 */
export function installNotice({ scope, registry }: Publishing, version: string): string {
  const notYet =
    "> **Not published yet.** Until the first release, `npm run release -- pack` in a clone makes the tarballs with\n" +
    "> their checksums, and prints the one `npm install` line that works with them.";
  const where =
    "The packages have a registry of their own. Name it in your project's `.npmrc`:\n\n" +
    `\`\`\`ini\n${scope}:registry=${registry}\n` +
    `${registry?.replace(/^https?:/, "")}:_authToken=\${NPM_TOKEN}\n\`\`\``;
  const notes = [version === "0.0.0" && notYet, registry && where].filter(Boolean).join("\n\n");
  return [begin, notes, end].filter(Boolean).join("\n");
}

/** @throws when the README has no place for the notice */
export function withInstallNotice(readme: string, notice: string): string {
  const before = readme.indexOf(begin);
  const after = readme.indexOf(end, before);
  if (before < 0 || after < 0) throw new Error(`A README lacks the lines ${begin} and ${end}`);
  return readme.slice(0, before) + notice + readme.slice(after + end.length);
}

/** Matches a scope in `@scope/name`, `@scope:registry`, `@scope%2fname` and `"@scope"`. */
export function scopePattern(scope: string): RegExp {
  return new RegExp(`(?<![\\w.-])${scope}(?=[/:%"])`, "g");
}

/**
 * Where and under which names the packages are published: three settings, kept once, in `publishing`
 * of the root package.json, and what manifests and READMEs say because of them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Manifest } from "@partner-center/lib/packages";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Publishing {
  /** The scope of every package's name, such as `@acme`. */
  scope: string;
  /** Address of the registry, with a slash at its end; npm's own when it is left out. */
  registry?: string;
  /** Address of the repository, without `.git`; releases fail while it is left out. */
  repository?: string;
  /** The keywords of every published package. */
  keywords: string[];
}

/** The settings of a checkout. */
export function readPublishing(checkout = root): Publishing {
  return JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")).publishing;
}

export type PublishingFields = Pick<
  Manifest,
  "keywords" | "homepage" | "bugs" | "repository" | "publishConfig"
>;

/** The fields of a published package.json that follow from the settings, in the order they stand in. */
export function publishingFields(
  { keywords, registry, repository }: Publishing,
  directory: string,
): PublishingFields {
  return {
    keywords,
    ...(repository && {
      homepage: `${repository}#readme`,
      bugs: `${repository}/issues`,
      repository: { type: "git", url: `git+${repository}.git`, directory },
    }),
    ...(registry && { publishConfig: { registry } }),
  };
}

const begin = "<!-- install: `npm run release -- settings` and the first release write this -->";
const end = "<!-- /install -->";

/**
 * What a README has to say before its `npm install`: that nothing is published yet, or where the
 * packages are when that is not npm's own registry.
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
  const notes = [...(version === "0.0.0" ? [notYet] : []), ...(registry ? [where] : [])];
  return [begin, ...(notes.length > 0 ? [notes.join("\n\n")] : []), end].join("\n");
}

/** @throws when the README has no place for the notice */
export function withInstallNotice(readme: string, notice: string): string {
  const before = readme.indexOf(begin);
  const after = readme.indexOf(end, before);
  if (before < 0 || after < 0) throw new Error(`A README lacks the lines ${begin} and ${end}`);
  return readme.slice(0, before) + notice + readme.slice(after + end.length);
}

/** Replaces a scope in `@scope/name`, `@scope:registry`, `@scope%2fname` and `"@scope"`. */
export function replaceScope(text: string, from: string, to: string): string {
  return text.replaceAll(scopePattern(from), to);
}

export function hasScope(text: string, scope: string): boolean {
  return scopePattern(scope).test(text);
}

function scopePattern(scope: string): RegExp {
  return new RegExp(`(?<![\\w.-])${scope}(?=[/:%"])`, "g");
}

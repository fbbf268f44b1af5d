/**
 * Says where and under which names the packages are published. Writes `publishing` into the root
 * package.json, and from there everything that follows: names, dependencies, imports, the fields of
 * each published package.json, and the READMEs.
 *
 * Usage: npm run release -- settings [--scope @NAME] [--registry URL] [--repository URL]
 *   --scope       the scope of the packages' names
 *   --registry    where they are published; an empty one stands for npm's own
 *   --repository  where the repository is hosted; releases fail while it is unset
 *
 * What is left out stays as it is. Without any it derives everything from the settings again.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments, refuse } from "@partner-center/lib/main";
import { publishedPackages, readManifest } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import {
  hasScope,
  installNotice,
  type Publishing,
  publishingFields,
  readPublishing,
  replaceScope,
  withInstallNotice,
} from "./publishing.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Writes the part of each README that depends on the settings and on what was released. */
export function writeInstallNotices(checkout = root): void {
  const publishing = readPublishing(checkout);
  const write = (readme: string, { version }: { version: string }) => {
    const path = join(checkout, readme);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, withInstallNotice(text, installNotice(publishing, version)));
  };
  for (const { directory, manifest } of publishedPackages(checkout)) {
    write(`${directory}/README.md`, manifest);
  }
  write("README.md", readManifest(join(checkout, "packages/types")));
}

/** Writes the fields that follow from the settings into each package.json, after its licence. */
function writeManifests(publishing: Publishing): void {
  for (const { directory, manifest } of publishedPackages()) {
    const {
      keywords: _k,
      homepage: _h,
      bugs: _b,
      repository: _r,
      publishConfig: _p,
      ...own
    } = manifest;
    const fields = Object.entries(own).flatMap(([key, value]) => {
      const derived =
        key === "license" ? Object.entries(publishingFields(publishing, directory)) : [];
      return [[key, value], ...derived];
    });
    writeJson(`${directory}/package.json`, Object.fromEntries(fields));
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(join(root, path), `${JSON.stringify(value, null, 2)}\n`);
}

/** Renames the scope in every file that git tracks or would track. */
async function renameScope(from: string, to: string): Promise<void> {
  const listed = await run("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    capture: true,
  });
  const files = listed
    .split("\0")
    .filter((file) => file && existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
  const taken = files.filter(({ text }) => hasScope(text, to)).map(({ file }) => file);
  if (taken.length > 0) {
    throw new Error(
      `Other packages have the scope ${to} here; see ${taken.slice(0, 3).join(", ")}`,
    );
  }
  for (const { file, text } of files) {
    if (hasScope(text, from)) writeFileSync(join(root, file), replaceScope(text, from, to));
  }
  // Names in another order, and lines of another length.
  await run("pnpm", ["install", "--no-frozen-lockfile", "--prefer-offline"], { capture: true });
  await run("biome", ["check", "--write"], { capture: true });
}

/** The settings as the command line changes them. */
function changeSettings({ scope, registry, repository, keywords }: Publishing): Publishing {
  const setting = { type: "string" } as const; // Narrow, as parseArgs wants it.
  const { values } = readArguments({
    options: { scope: setting, registry: setting, repository: setting },
  });
  const next = {
    scope: values.scope ?? scope,
    registry: (values.registry ?? registry)?.replace(/\/*$/, "/").replace(/^\/$/, ""),
    repository: (values.repository ?? repository)?.replace(/(\.git)?\/?$/, ""),
  };
  if (!/^@[a-z0-9][a-z0-9-]*$/.test(next.scope))
    refuse(`"${next.scope}" is not a scope like @acme`);
  if (next.registry && !/^https?:\/\/[^/]+\//.test(next.registry)) {
    refuse(`"${next.registry}" is not an address like https://registry.example.com/`);
  }
  if (next.repository && !/^https:\/\/[^/]+\/[^/]+\/[^/]+/.test(next.repository)) {
    refuse(`"${next.repository}" is not an address like https://github.com/OWNER/NAME`);
  }
  return {
    scope: next.scope,
    ...(next.registry && { registry: next.registry }),
    ...(next.repository && { repository: next.repository }),
    keywords,
  };
}

if (import.meta.main) {
  const before = readPublishing();
  const publishing = changeSettings(before);
  try {
    if (publishing.scope !== before.scope) await renameScope(before.scope, publishing.scope);
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    writeJson("package.json", { ...manifest, publishing });
    writeManifests(publishing);
    writeInstallNotices();
    console.log(`scope: ${publishing.scope}`);
    console.log(`registry: ${publishing.registry ?? "npm's own"}`);
    console.log(`repository: ${publishing.repository ?? "unset"}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

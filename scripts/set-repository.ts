/**
 * Says where the repository is hosted: writes `repository` into the root package.json, the one
 * setting, and from there into each published package. Releases fail while it is unset.
 *
 * Usage: npm run set-repository -- https://github.com/OWNER/NAME
 *        npm run set-repository             (derives the packages' from the setting again)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { publishedPackages } from "./pack-packages.ts";

/** The setting: the address of the repository, without `.git`. Undefined while it is unset. */
export function repositorySetting(): string | undefined {
  return readPackage("package.json").repository as string | undefined;
}

function readPackage(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
}

/** Writes a package.json with `repository` after `license`, or without it. */
function writeRepository(path: string, repository: unknown): void {
  const { repository: _before, ...manifest } = readPackage(path);
  const members = Object.entries(manifest).flatMap(([key, value]) =>
    key === "license" && repository
      ? [
          [key, value],
          ["repository", repository],
        ]
      : [[key, value]],
  );
  const text = `${JSON.stringify(Object.fromEntries(members), null, 2)}\n`;
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
}

if (import.meta.main) {
  const url = process.argv[2]?.replace(/(\.git)?\/?$/, "") ?? repositorySetting();
  if (!url || !/^https:\/\/[^/]+\/[^/]+\/[^/]+/.test(url)) {
    console.error("Usage: npm run set-repository -- https://github.com/OWNER/NAME");
    process.exit(2);
  }
  writeRepository("package.json", url);
  for (const { directory } of publishedPackages()) {
    const repository = { type: "git", url: `git+${url}.git`, directory };
    writeRepository(`${directory}/package.json`, repository);
  }
  console.log(`repository: ${url}`);
}

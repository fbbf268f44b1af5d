/** Takes a copy of the repository back to before its first release, whatever it has released. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "@partner-center/lib/packages";

const first = (names: string[]) =>
  `---\n${names.map((name) => `"${name}": major`).join("\n")}\n---\n\nFirst release.\n`;

/** No versions, no changelogs, nothing released, and one changeset, which asks for 1.0.0. */
export function startOver(folder: string): void {
  const packages = publishedPackages(folder);
  for (const { directory } of packages) {
    setVersion(join(folder, directory, "package.json"), /^( {2}"version": ").*(",)$/m);
    rmSync(join(folder, directory, "CHANGELOG.md"), { force: true });
  }
  setVersion(join(folder, "spec/openapi.yaml"), /^( {2}version: ).*()$/m);
  rmSync(join(folder, "spec/released"), { recursive: true, force: true });
  const changesets = join(folder, ".changeset");
  for (const name of readdirSync(changesets)) {
    if (name.endsWith(".md")) rmSync(join(changesets, name));
  }
  writeFileSync(join(changesets, "first.md"), first(packages.map(({ manifest }) => manifest.name)));
}

function setVersion(file: string, line: RegExp): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(line, "$10.0.0$2"));
}

/**
 * Checks everything that is installed: its licences, where it comes from, whether it may run scripts,
 * and known vulnerabilities.
 *
 * Usage: npm run check -- supply-chain     exits 1 and names the problems
 */
import { readFileSync } from "node:fs";
import { main } from "@partner-center/lib/main";
import { run } from "@partner-center/lib/run";
import { isObject, type JsonObject } from "@partner-center/spec";
import { parse } from "yaml";

/** Licences that only want to be named; MPL-2.0 also wants changes of its own files published. */
const allowedLicences = new Set([
  "0BSD",
  "AFL-2.1",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
]);

/** The only packages that may run a script while they are installed. */
const allowedScripts = ["esbuild", "pnpm"];

/** Whether a licence expression leaves a choice that is allowed: `(MIT OR GPL-3.0)`. */
export function isAllowedLicence(expression: string): boolean {
  const isAllowed = (part: string) => allowedLicences.has(part.replace(/^\(|\)$/g, "").trim());
  return expression.split(" OR ").some((choice) => choice.split(" AND ").every(isAllowed));
}

/** What is wrong with the licences that `pnpm licenses list --json` reports. */
export function checkLicences(report: string): string[] {
  const byLicence: Record<string, { name: string }[]> = JSON.parse(report);
  return Object.entries(byLicence)
    .filter(([licence]) => !isAllowedLicence(licence))
    .map(
      ([licence, packages]) =>
        `the licence ${licence} is not allowed: ${packages.map(({ name }) => name).join(", ")}`,
    );
}

/** What is wrong with where the packages of a lockfile come from. */
export function checkLockfile(text: string): string[] {
  const lockfile: { packages: Record<string, { resolution?: JsonObject }> } = parse(text);
  return Object.entries(lockfile.packages)
    .filter(([, { resolution }]) => !resolution?.integrity || resolution.type !== undefined)
    .map(([name]) => `${name} does not come from the registry with its integrity`);
}

/** What is wrong with the settings that keep an installation safe. */
export function checkSettings(text: string): string[] {
  const settings: JsonObject = parse(text);
  const scripts = isObject(settings.allowBuilds) ? settings.allowBuilds : {};
  const running = Object.keys(scripts).filter((name) => scripts[name] === true);
  const age = Number(settings.minimumReleaseAge ?? 0);
  return [
    ...running
      .filter((name) => !allowedScripts.includes(name))
      .map((name) => `${name} may run a script while it is installed`),
    ...(age >= 2880 ? [] : ["minimumReleaseAge is less than two days (2880 minutes)"]),
  ];
}

/** What `pnpm audit` finds, or a note that the registry can't tell. */
async function audit(): Promise<{ problems: string[]; note: string }> {
  try {
    await run("pnpm", ["audit", "--audit-level", "moderate"], { capture: true });
    return { problems: [], note: "no known vulnerability" };
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    if (!/AUDIT_(BAD_RESPONSE|ENDPOINT)|ENOTFOUND|ECONNREFUSED|error sending/.test(output)) {
      return { problems: [output], note: "" };
    }
    return { problems: [], note: "not checked: this registry has no list of vulnerabilities" };
  }
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

await main(import.meta, {}, async () => {
  const licences = await run("pnpm", ["licenses", "list", "--json"], { capture: true });
  const { problems, note } = await audit();
  const sound = "everything from the registry, with integrity";
  const checks: [name: string, problems: string[], summary: string][] = [
    ["licences", checkLicences(licences), `${allowedLicences.size} kinds allowed`],
    ["lockfile", checkLockfile(read("pnpm-lock.yaml")), sound],
    ["settings", checkSettings(read("pnpm-workspace.yaml")), `scripts: ${allowedScripts}`],
    ["vulnerabilities", problems, note],
  ];
  for (const [name, found, summary] of checks) {
    console.log(`${name.padEnd(16)}${found.length === 0 ? summary : `${found.length} problems`}`);
    for (const problem of found) console.error(`  ${problem}`);
    if (found.length > 0) process.exitCode = 1;
  }
});

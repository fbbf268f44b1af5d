/** The same call in several languages: the files of samples/<the operation's folder in the reference>/, which a test runs. */
import { existsSync, readFileSync } from "node:fs";
import { codeBlock } from "./highlight.ts";
import type { Html } from "./html.ts";
import { tabs } from "./tabs.ts";

export const samplesFolder = new URL("../samples/", import.meta.url);

/** In the order in which a page shows them. */
export const samples = [
  { id: "curl", label: "curl", file: "curl.sh", language: "sh" },
  { id: "typescript", label: "TypeScript", file: "client.ts", language: "ts" },
  { id: "fetch", label: "fetch", file: "fetch.ts", language: "ts" },
  { id: "python", label: "Python", file: "python.py", language: "py" },
  { id: "csharp", label: "C#", file: "csharp.cs", language: "cs" },
] as const;

/** The code of a sample. Above its first empty line a comment tells maintainers how it is checked. */
export function readSample(path: string): string {
  const text = readFileSync(new URL(path, samplesFolder), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}

/**
 * All samples in a folder, to choose from.
 *
 * @param heading the anchor of the heading above them
 */
export function sampleTabs(folder: string, heading: string): Html | undefined {
  if (!existsSync(new URL(folder, samplesFolder))) return undefined;
  const choices = samples.map(({ id, label, file, language }) => ({
    value: id,
    label,
    body: codeBlock(readSample(`${folder}/${file}`), language, file),
    id: `sample-${id}`,
  }));
  return tabs("language", heading, choices);
}

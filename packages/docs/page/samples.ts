/** The same call in several languages: the files of samples/<the operation's folder in the reference>/, which a test runs. */
import { existsSync, readFileSync } from "node:fs";
import { codeBlock } from "./highlight.ts";
import { type Html, html } from "./html.ts";

export const samplesFolder = new URL("../samples/", import.meta.url);

/** In the order in which a page shows them. */
export const samples = [
  { id: "curl", label: "curl", file: "curl.sh", language: "sh" },
  {
    id: "typescript",
    label: "TypeScript, @partner-center/client",
    file: "client.ts",
    language: "ts",
  },
  { id: "fetch", label: "TypeScript, fetch", file: "fetch.ts", language: "ts" },
  { id: "python", label: "Python", file: "python.py", language: "py" },
  { id: "csharp", label: "C#", file: "csharp.cs", language: "cs" },
] as const;

/** The code of a sample. Above its first empty line a comment tells maintainers how it is checked. */
export function readSample(path: string): string {
  const text = readFileSync(new URL(path, samplesFolder), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}

/** All samples in a folder, one open at a time; they open without a script too. */
export function sampleList(folder: string): Html | undefined {
  if (!existsSync(new URL(folder, samplesFolder))) return undefined;
  return html`<div class="samples">${samples.map(
    (
      { id, label, file, language },
      index,
    ) => html`<details id="sample-${id}" name="samples"${index === 0 && html` open`}>
<summary>${label}</summary>
${codeBlock(readSample(`${folder}/${file}`), language)}
</details>`,
  )}</div>`;
}

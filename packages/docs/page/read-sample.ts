import { readFileSync } from "node:fs";

/** Programs written by hand. */
export const samplesFolder = new URL("../samples/", import.meta.url);

/** The code of a sample. Above its first empty line a comment tells maintainers how it is checked. */
export function readSample(path: string): string {
  const text = readFileSync(new URL(path, samplesFolder), "utf8");
  return text.slice(text.indexOf("\n\n") + 2);
}

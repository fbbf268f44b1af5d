/** Adds what is in `growth/spec/` to a copy of `spec/`. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMap, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";

/** The additions, in files as spec/ has them. */
const additions: string = join(import.meta.dirname, "spec");

/**
 * Adds files to a contract. Of a file that is there already, such as `openapi.yaml`, the addition
 * holds what it gains: properties of objects, before the others, and entries at the end of lists.
 *
 * @param folder the copy of `spec/`
 * @returns the files, relative to the folder
 * @throws when an addition would replace something
 */
export function addToContract(folder: string): string[] {
  const files = globSync("**/*.yaml", { cwd: additions }).sort();
  for (const file of files) {
    const path = join(folder, file);
    const added = readFileSync(join(additions, file), "utf8");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, existsSync(path) ? merge(readFileSync(path, "utf8"), added, file) : added);
  }
  return files;
}

/** Adds one YAML document to another, which keeps its comments and line breaks. */
function merge(text: string, added: string, file: string): string {
  const document = parseDocument(text);
  const addition = parseDocument(added);
  if (!isMap(document.contents) || !isMap(addition.contents)) {
    throw new Error(`${file} is not a map`);
  }
  mergeMap(document.contents, addition.contents, file);
  return document.toString({ lineWidth: 110 });
}

/** What is new stands first: nothing may rest on what was the first operation, or the first property. */
function mergeMap(into: YAMLMap, from: YAMLMap, place: string): void {
  const added = from.items.filter((pair) => !into.has(pair.key));
  for (const { key, value } of from.items) {
    const there = into.get(key, true);
    if (there !== undefined) mergeNode(there, value, `${place} ${key}`);
  }
  into.items.unshift(...added);
}

function mergeNode(into: Node, from: unknown, place: string): void {
  if (isMap(into) && isMap(from)) mergeMap(into, from, place);
  else if (isSeq(into) && isSeq(from)) into.items.push(...from.items);
  else throw new Error(`${place} is there already`);
}

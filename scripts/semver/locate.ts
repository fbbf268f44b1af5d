/** Finds the file and line of a part of a contract in its source. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePointer } from "@partner-center/spec";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A file, relative to the repository's root or as it was given, and a line, from 1. */
export type Location = { file: string; line: number };

/** A JSON pointer into the bundle, and a keyword of the object there. */
type Pointed = { pointer: string; keyword?: string };

/**
 * Adds places in the source.
 *
 * @param file has the whole contract; by default the files of spec/, one for each component
 */
export function locate<Part extends Pointed>(parts: Part[], file?: string): (Part & Location)[] {
  const find = makeFinder();
  return parts.map((part) => {
    const { pointer, keyword } = part;
    const place = [...parsePointer(pointer), ...(keyword === undefined ? [] : [keyword])];
    if (file !== undefined) return { ...part, ...find(file, place) };
    const isComponent = place[0] === "components" && place.length > 2;
    const found = isComponent
      ? find(join(root, "spec", `${place.slice(0, 3).join("/")}.yaml`), place.slice(3))
      : find(join(root, "spec/openapi.yaml"), place);
    // With slashes, also on Windows: annotations need them.
    return { ...part, ...found, file: relative(root, found.file).replaceAll(sep, "/") };
  });
}

/** Makes a function that goes down the parts as far as they exist, and reads each file once. */
function makeFinder(): (file: string, parts: string[]) => Location {
  const files = new Map<string, { contents: unknown; lines: LineCounter }>();

  function read(file: string) {
    const text = existsSync(file) ? readFileSync(file, "utf8").trimEnd() : "";
    const lines = new LineCounter();
    // What a program wrote is often megabytes in one line: nothing to look for.
    const isOneLine = !text.includes("\n");
    const { contents } = parseDocument(isOneLine ? "" : text, { lineCounter: lines });
    const source = { contents, lines };
    files.set(file, source);
    return source;
  }

  return function find(file, parts) {
    const { contents, lines } = files.get(file) ?? read(file);
    let node = contents;
    let offset = 0;
    for (const [depth, part] of parts.entries()) {
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
        : undefined;
      const found = isSeq(node) ? node.items[Number(part)] : pair?.key;
      if (isNode(found)) {
        offset = found.range?.[0] ?? offset;
        node = pair ? pair.value : found;
        continue;
      }
      const target = isMap(node) ? node.get("$ref") : undefined;
      if (typeof target !== "string" || target.startsWith("#")) break;
      return find(join(dirname(file), target), parts.slice(depth));
    }
    return { file, line: lines.linePos(offset).line };
  };
}

/** Finds the file and line of a contract's part, in its source. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { parsePointer } from "./contract.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Location {
  /** Relative to the repository's root, or the path that was given. */
  file: string;
  /** From 1. */
  line: number;
}

/** Finds places by their JSON pointer into the bundle. What is not there is given by what held it. */
export type Locate = (pointer: string) => Location;

/** Finds places in the files that the contract is written in. */
export function locateInSource(folder = join(root, "spec")): Locate {
  const read = rememberFiles();
  return (pointer) => {
    const parts = parsePointer(pointer);
    const [first, kind, name] = parts;
    // One component a file, called as it is.
    const file = join(folder, "components", `${kind}`, `${name}.yaml`);
    const isComponent = first === "components" && name !== undefined;
    const isOwnFile = isComponent && (kind !== "securitySchemes" || existsSync(file));
    const [start, rest] = isOwnFile
      ? [file, parts.slice(3)]
      : [join(folder, "openapi.yaml"), parts];
    const found = existsSync(start) ? follow(read, start, rest) : { file: start, line: 1 };
    return { ...found, file: relative(root, found.file) };
  };
}

/** Finds places in one file that holds the whole contract. */
export function locateInFile(file: string): Locate {
  const read = rememberFiles();
  return (pointer) => follow(read, file, parsePointer(pointer));
}

interface Source {
  document: Document.Parsed;
  lines: LineCounter;
}

function rememberFiles(): (file: string) => Source {
  const sources = new Map<string, Source>();
  return (file) => {
    const known = sources.get(file);
    if (known) return known;
    const lines = new LineCounter();
    const source = {
      document: parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }),
      lines,
    };
    sources.set(file, source);
    return source;
  };
}

/** Goes down the parts as far as they are there, through references to other files. */
function follow(read: (file: string) => Source, file: string, parts: string[]): Location {
  const { document, lines } = read(file);
  const lineAt = (node: unknown) =>
    lines.linePos((isNode(node) ? node.range?.[0] : undefined) ?? 0).line;
  let node: unknown = document.contents;
  let line = 1;
  for (const [depth, part] of parts.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
      : undefined;
    const item = isSeq(node) ? node.items[Number(part)] : undefined;
    const target = isMap(node) ? node.get("$ref") : undefined;
    if (pair) {
      line = lineAt(pair.key);
      node = pair.value;
    } else if (item) {
      line = lineAt(item);
      node = item;
    } else if (typeof target === "string" && !target.startsWith("#")) {
      const other = join(dirname(file), target);
      return existsSync(other) ? follow(read, other, parts.slice(depth)) : { file: other, line: 1 };
    } else {
      break;
    }
  }
  return { file, line };
}

/** Finds the file and line of a part of a contract in its source. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePointer } from "@partner-center/spec";
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Location {
  /** Relative to the repository's root, or the path that was given. */
  file: string;
  /** From 1. */
  line: number;
}

/** Finds a JSON pointer into the bundle, or the closest object that is there. */
export type Locate = (pointer: string) => Location;

/** Finds places in the files of spec/, where each component has a file of its name. */
export function locateInSource(): Locate {
  const folder = join(root, "spec");
  const files = new Map<string, Source>();
  return (pointer) => {
    const [first, kind, name, ...rest] = parsePointer(pointer);
    const { file, line } =
      first === "components" && name !== undefined
        ? follow(files, join(folder, "components", `${kind}`, `${name}.yaml`), rest)
        : follow(files, join(folder, "openapi.yaml"), parsePointer(pointer));
    return { file: relative(root, file), line };
  };
}

/** Finds places in one file that has the whole contract. */
export function locateInFile(file: string): Locate {
  const files = new Map<string, Source>();
  return (pointer) => follow(files, file, parsePointer(pointer));
}

interface Source {
  document: Document.Parsed;
  lines: LineCounter;
}

function read(files: Map<string, Source>, file: string): Source {
  const lines = new LineCounter();
  const source = files.get(file) ?? {
    document: parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }),
    lines,
  };
  files.set(file, source);
  return source;
}

/** Goes down the parts as far as they exist, through references to other files. */
function follow(files: Map<string, Source>, file: string, parts: string[]): Location {
  if (!existsSync(file)) return { file, line: 1 };
  const { document, lines } = read(files, file);
  let node: unknown = document.contents;
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
    return follow(files, join(dirname(file), target), parts.slice(depth));
  }
  return { file, line: lines.linePos(offset).line };
}

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

/** A JSON pointer into the bundle, and a keyword of the object there. */
interface Pointed {
  pointer: string;
  keyword?: string;
}

/** Adds places in the files of spec/, where each component has a file of its name. */
export function locateInSource<Part extends Pointed>(parts: Part[]): (Part & Location)[] {
  const files: Files = new Map();
  const folder = join(root, "spec");
  return parts.map((part) => {
    const [first, kind, name, ...rest] = placeOf(part);
    const { file, line } =
      first === "components" && name !== undefined
        ? follow(files, join(folder, "components", `${kind}`, `${name}.yaml`), rest)
        : follow(files, join(folder, "openapi.yaml"), placeOf(part));
    return { ...part, file: relative(root, file), line };
  });
}

/** Adds places in one file that has the whole contract. */
export function locateInFile<Part extends Pointed>(
  file: string,
  parts: Part[],
): (Part & Location)[] {
  const files: Files = new Map();
  return parts.map((part) => ({ ...part, ...follow(files, file, placeOf(part)) }));
}

function placeOf({ pointer, keyword }: Pointed): string[] {
  return [...parsePointer(pointer), ...(keyword === undefined ? [] : [keyword])];
}

type Files = Map<string, { document: Document.Parsed; lines: LineCounter }>;

function read(files: Files, file: string) {
  const lines = new LineCounter();
  const options = { lineCounter: lines };
  const source = files.get(file) ?? {
    document: parseDocument(readFileSync(file, "utf8"), options),
    lines,
  };
  files.set(file, source);
  return source;
}

/** Goes down the parts as far as they exist, through references to other files. */
function follow(files: Files, file: string, parts: string[]): Location {
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

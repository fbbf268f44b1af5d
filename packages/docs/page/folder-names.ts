/** Names of folders for things that others named: on any file system, and in any address. */
import { createHash } from "node:crypto";

/** Devices of Windows, which no file there may be named after, whatever its ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** File systems allow 255 bytes; a page has other folders and a file name beside it. */
const longest = 100;

/**
 * A folder for each name. Most are the name itself: `getOrder`, `Order`, `line-item.v2`. Every other
 * character is `~` and its bytes in hexadecimal, and so is a dot at either end. Of names that differ
 * in case alone, the first in the order of their characters keeps its own; the others end in a hash:
 * `Order` and `order~~1ac2b4f0`. So a folder depends neither on the order of names nor, but for such
 * names, on what other names there are.
 */
export function folderNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const folders = new Map<string, string>();
  for (const name of [...new Set(names)].sort(byCharacters)) {
    const folder = encode(name);
    const isFree = folder.length <= longest && !taken.has(folder.toLowerCase());
    const own = isFree ? folder : `${folder.slice(0, longest)}~~${hashOf(name)}`;
    taken.add(own.toLowerCase());
    folders.set(name, own);
  }
  return folders;
}

/** As JavaScript compares strings, in every locale the same: capitals first. */
const byCharacters = (one: string, other: string): number => (one < other ? -1 : 1);

const encode = (name: string): string =>
  name
    .replace(/[^\w.-]|^\.|\.$/gu, escapeCharacter)
    .replace(device, (found) => `${escapeCharacter(found)}${found.slice(1)}`) || "~";

const escapeCharacter = (text: string): string =>
  [...Buffer.from([...text][0] ?? "")]
    .map((byte) => `~${byte.toString(16).padStart(2, "0")}`)
    .join("");

const hashOf = (name: string): string =>
  createHash("sha256").update(name).digest("hex").slice(0, 8);

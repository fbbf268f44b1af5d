/** The folder that a run writes into. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { refuse } from "@partner-center/lib/main";

/** What is in such a folder, and nothing else. */
const entries = [
  "README.md",
  "calls",
  "client",
  "docs",
  "openapi.json",
  "package.json",
  "tsconfig.json",
  "types",
];

const mark = "Made by `npm run check -- contract`; the next run into this folder replaces it.";

const readme = `${mark}

| path | is |
| --- | --- |
| \`openapi.json\` | the contract in one piece |
| \`types/\`, \`client/\` | the packages' sources, generated from it |
| \`calls/\` | a call of each operation, as it was tried |
| \`docs/\` | the site |
`;

/**
 * Makes the folder empty.
 *
 * @param path a new folder in the machine's temporary folder by default, not in the one that setup.mjs
 *   removes at the end
 * @throws when it has files that no run made
 */
export function prepareFolder(path?: string): string {
  const folder = path ?? mkdtempSync(join(process.env.MACHINE_TEMP ?? tmpdir(), "contract-"));
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const isOurs = found.length === 0 || readIfThere(join(folder, "README.md")).startsWith(mark);
  const others = isOurs ? found.filter((name) => !entries.includes(name)) : found;
  if (others.length > 0) {
    refuse(`${folder} has other files, such as ${others[0]}. Give a new or an empty folder.`);
  }
  for (const name of found) rmSync(join(folder, name), { recursive: true });
  writeFile(join(folder, "README.md"), readme);
  return folder;
}

/** Writes a file, and makes its folder. */
export function writeFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Preloaded by turbo-inputs.test.ts: records every file that a program and its threads read. */
import fs from "node:fs";
import { registerHooks, syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";

const { READS_LOG: log = "" } = process.env;
const { appendFileSync } = fs;

function note(file: unknown): void {
  const isUrl = file instanceof URL || String(file).startsWith("file:");
  if (isUrl || typeof file === "string") {
    appendFileSync(log, `${isUrl ? fileURLToPath(String(file)) : file}\n`);
  }
}

registerHooks({
  load(url, context, next) {
    if (url.startsWith("file:")) note(url);
    return next(url, context);
  },
});

const readers = [
  "copyFileSync",
  "createReadStream",
  "open",
  "openSync",
  "readFile",
  "readFileSync",
];
const owners: Record<string, unknown>[] = [fs, fs.promises as typeof fs.promises & Record<string, unknown>]; // biome-ignore format: one line
for (const owner of owners) {
  for (const name of readers) {
    const read = owner[name];
    if (typeof read !== "function") continue;
    owner[name] = (file: unknown, ...rest: unknown[]) => {
      note(file);
      return read.call(owner, file, ...rest);
    };
  }
}
syncBuiltinESMExports();

/** Starts a small program that uses this library, in a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const library = new URL("../", import.meta.url);

/**
 * Starts a program in a folder.
 *
 * @param code TypeScript; `LIB` in it stands for the address of this library's folder
 */
export function startProgram(folder: string, code: string, ...args: string[]) {
  const file = join(folder, "program.ts");
  writeFileSync(file, code.replaceAll("LIB", library.href));
  const child = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]).then(
    ([stdout, stderr, [code, signal]]) => ({ code: code ?? signal, stdout, stderr }),
  );
  return { child, ended };
}

/**
 * Loaded into each Node process of a measured command, it leaves the process's peak memory, in
 * bytes, in a file of the folder that stands in its address: peak.ts?FOLDER.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const folder = decodeURIComponent(new URL(import.meta.url).search.slice(1));
  process.once("exit", () => {
    const bytes = process.resourceUsage().maxRSS * 1024;
    writeFileSync(join(folder, `${process.pid}`), `${bytes}`);
  });
}

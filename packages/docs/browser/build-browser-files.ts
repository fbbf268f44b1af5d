import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the scripts and the style sheet. Search and console become files that load on demand. */
export async function buildBrowserFiles(folder: string): Promise<void> {
  await build({
    entryPoints: [here("site.ts"), here("../styles/site.css")],
    outdir: folder,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
  });
}

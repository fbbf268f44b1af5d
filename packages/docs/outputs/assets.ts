import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Files } from "./files.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Assets {
  files: Files;
  /** The source files that are in them. */
  sources: string[];
}

/** Bundles the scripts and the style sheet. Search and "Try it" become files that load on demand. */
export async function bundleAssets(): Promise<Assets> {
  const { outputFiles, metafile } = await build({
    entryPoints: [here("../browser/site.ts"), here("../styles/site.css")],
    outdir: here("../dist/assets"),
    write: false,
    metafile: true,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // Their sources, so that the site needs no build of the packages.
    alias: {
      "@partner-center/client": here("../../client/src/index.ts"),
      "@partner-center/client/testing": here("../../client/src/testing/index.ts"),
      "@partner-center/types": here("../../types/src/index.ts"),
    },
    logLevel: "warning",
  });
  const files = outputFiles.map(({ path, text }) => [`assets/${basename(path)}`, text]);
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const sources = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [resolve(path)] : [],
  );
  return { files: Object.fromEntries(files), sources };
}

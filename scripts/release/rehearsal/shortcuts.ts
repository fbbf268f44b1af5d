/** What `rehearse --quick` replaces in its copy, because other checks have it and it takes time. */
import { rmSync, writeFileSync } from "node:fs";
import { edit } from "../stage.ts";
import type { Checkout } from "./checkout.ts";

/** Publishes a site of one page, and tarballs that no linter has read. */
export function takeShortcuts(checkout: Checkout): void {
  const write = "mkdirSync('dist',{recursive:true});writeFileSync('dist/index.html','One page.')";
  const build = `node --eval \\"const {mkdirSync,writeFileSync}=require('node:fs');${write}\\"`;
  edit(checkout.path("packages/docs/package.json"), '"node build.ts"', `"${build}"`);
  for (const tool of ["attw", "publint"]) {
    const file = checkout.path(`scripts/release/node_modules/.bin/${tool}`);
    rmSync(file); // It may be a link into pnpm's store.
    writeFileSync(file, "#!/bin/sh\n", { mode: 0o755 });
  }
}

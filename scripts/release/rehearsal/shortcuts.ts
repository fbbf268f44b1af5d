/** What `rehearse --quick` leaves out, because other checks have it and it takes time. */
import { edit } from "../stage.ts";
import type { Checkout } from "./checkout.ts";

/** Publishes a client and a site of one file, and tarballs that nothing has checked. */
export function takeShortcuts(checkout: Checkout): void {
  checkout.isQuick = true;
  const write = "mkdirSync('dist',{recursive:true});writeFileSync('dist/index.html','One page.')";
  const build = `node --eval \\"const {mkdirSync,writeFileSync}=require('node:fs');${write}\\"`;
  for (const name of ["client", "docs"]) {
    edit(checkout.path(`packages/${name}/package.json`), '"node build.ts"', `"${build}"`);
  }
}

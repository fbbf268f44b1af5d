/**
 * Compiles a consumer of the packed packages with every minor of TypeScript from 5.0 on, with each
 * module resolution, and as a service, which has Node's globals and not those of a browser. Every
 * declaration is checked.
 *
 * Usage: npm run check -- typescript     installs the compilers in a temporary folder
 */
import { createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import support from "../../support.json" with { type: "json" };
import { readProject } from "./project.ts";
import { tryEach } from "./try-each.ts";

/** The last patch of each minor. */
const versions = support.typescript.tested;

function configsFor(version: string): string[] {
  // The declarations of @types/node need TypeScript 5.2 themselves.
  const isTooOldForNode = /^5\.[01]\./.test(version);
  return ["nodenext", "bundler", ...(isTooOldForNode ? [] : ["service"])];
}

await main(import.meta, {}, async () => {
  await using published = await publishLocally();
  const compilers = versions.map((version) => [`ts-${version}`, `npm:typescript@${version}`]);
  const dependencies = {
    ...published.versions,
    "@types/node": "24.19.2",
    ...Object.fromEntries(compilers),
  };
  using consumer = await createConsumer(published, dependencies, readProject("typescript"));
  const trials = versions.map((name) => ({ name }));
  await tryEach("typescript", trials, async ({ name }) => {
    const tsc = `node_modules/ts-${name}/bin/tsc`;
    const configs = configsFor(name);
    await Promise.all(
      configs.map((config) => consumer.run("node", tsc, "-p", `tsconfig.${config}.json`)),
    );
    return `compiles: ${configs.join(", ")}`;
  });
});

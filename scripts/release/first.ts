/**
 * Leads through the first release: asks the registry which packages it has, and prints what is left to
 * do until the workflow can publish, with the commands for this scope, registry and repository. Does
 * none of it.
 *
 * Usage: npm run release -- first
 */
import { main } from "@partner-center/lib/main";
import { publishedPackages } from "@partner-center/lib/packages";
import { findMissing, firstSteps } from "./first-steps.ts";
import { isPrivate } from "./provenance.ts";
import { readPublishing, repositoryUnset } from "./publishing.ts";

await main(import.meta, {}, async () => {
  const publishing = readPublishing();
  if (!publishing.repository) throw new Error(repositoryUnset);
  if (publishing.registry) process.env.pnpm_config_registry = publishing.registry;
  const names = publishedPackages().map(({ manifest }) => manifest.name);
  // A registry of one's own may not tell anything without its token.
  const missing = isPrivate(publishing) ? [] : await findMissing(names);
  console.log(firstSteps(publishing, names, missing));
});

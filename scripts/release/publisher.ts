/** As whom CI publishes: npm trusts the workflow itself, any other registry gets a token. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findMissing, firstSteps } from "./first-steps.ts";
import { isPrivate } from "./provenance.ts";
import type { Publishing } from "./publishing.ts";

/**
 * In CI, sees to it that the registry knows who publishes. Elsewhere that is whoever logged in.
 *
 * @param names the packages
 * @param folder for the settings with the token, which pnpm reads from the environment
 * @throws with the steps that are left to do before CI can publish
 */
export async function identifyPublisher(
  publishing: Publishing,
  names: string[],
  folder: string,
): Promise<void> {
  if (!process.env.CI || process.env.CI === "false") return;
  const takesToken = isPrivate(publishing);
  const missing = takesToken ? [] : await findMissing(names);
  const isKnown = takesToken ? Boolean(process.env.NPM_TOKEN) : missing.length === 0;
  if (!isKnown) throw new Error(firstSteps(publishing, names, missing));
  if (!takesToken) return;
  const settings = join(folder, ".npmrc");
  const host = publishing.registry?.replace(/^https?:/, "");
  writeFileSync(settings, `${host}:_authToken=\${NPM_TOKEN}\n`);
  // `npm run` sets the second one, which counts for more.
  process.env.NPM_CONFIG_USERCONFIG = settings;
  process.env.npm_config_userconfig = settings;
}

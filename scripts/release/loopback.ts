/** Makes sure that a rehearsal publishes to this machine and nowhere else. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** @throws unless the address is one of this machine */
export function requireLoopback(registry: string): void {
  const host = URL.canParse(registry) ? new URL(registry).hostname : "";
  if (loopback.has(host)) return;
  throw new Error(
    `A rehearsal publishes to this machine alone, and pnpm would publish to "${registry}". Refused.`,
  );
}

/**
 * The registries that our packages would be published to from a folder: those that pnpm itself says,
 * whose settings come from more places than an environment shows, and those of the packages' manifests.
 *
 * @throws unless each is of this machine
 */
export async function requireLoopbackHere(cwd: string, env = process.env): Promise<void> {
  for (const key of ["registry", "@partner-center:registry"]) {
    const answer = await run("pnpm", ["config", "get", key], { cwd, env, capture: true });
    const registry = answer.trim().split("\n").at(-1) ?? "";
    if (key === "registry" || !["", "undefined"].includes(registry)) requireLoopback(registry);
  }
  const published = existsSync(join(cwd, "packages")) ? publishedPackages(cwd) : [];
  for (const { manifest } of published) {
    if (manifest.publishConfig?.registry) requireLoopback(manifest.publishConfig.registry);
  }
}

/**
 * An environment for publishing to a registry of this machine: a home of its own, without anyone's
 * tokens, and the registry set for pnpm, which ignores `npm_config_registry`.
 *
 * @param home an empty folder
 */
export function rehearsalEnvironment(home: string, registry: string): NodeJS.ProcessEnv {
  requireLoopback(registry);
  const host = registry.replace(/^https?:/, "");
  const npmrc = join(home, ".npmrc");
  mkdirSync(home, { recursive: true });
  writeFileSync(
    join(home, ".gitconfig"),
    "[user]\n  name = Rehearsal\n  email = rehearsal@example.com\n",
  );
  writeFileSync(npmrc, `registry=${registry}/\n${host}/:_authToken=nobody\n`);
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(p?npm_config_|NODE_AUTH_TOKEN$|NPM_TOKEN$)/i.test(key),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    pnpm_config_registry: `${registry}/`,
    pnpm_config_userconfig: npmrc,
    npm_config_registry: `${registry}/`,
    npm_config_userconfig: npmrc,
    // The registry has our packages alone: nothing can be installed from it, nor has to be.
    pnpm_config_verify_deps_before_run: "false",
    GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
  };
}

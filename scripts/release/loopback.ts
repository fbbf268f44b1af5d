/** Makes sure that a rehearsal publishes to this machine and nowhere else. */
import { mkdirSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { publishedPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";

/** Whether the address is one of this machine. */
export function isLoopback(registry: string): boolean {
  const host = URL.canParse(registry) ? new URL(registry).hostname : "";
  return ["127.0.0.1", "[::1]", "localhost"].includes(host);
}

/**
 * Looks at every registry that our packages would be published to from a folder: in the settings as
 * pnpm itself reports them, since they come from more places than the environment, and in manifests.
 *
 * @throws unless each is of this machine
 */
export async function requireLoopback(cwd: string, env = process.env): Promise<void> {
  const get = async (key: string) => {
    const output = await run("pnpm", ["config", "get", key], { cwd, env, capture: true });
    return output.trim().split("\n").at(-1) ?? "";
  };
  const ofScope = await get("@partner-center:registry");
  const registries = [
    await get("registry"),
    ...(ofScope === "undefined" ? [] : [ofScope]),
    ...publishedPackages(cwd).flatMap(({ manifest }) => manifest.publishConfig?.registry ?? []),
  ];
  const elsewhere = registries.find((registry) => !isLoopback(registry));
  if (elsewhere === undefined) return;
  throw new Error(
    `A rehearsal publishes to this machine alone, and pnpm would publish to "${elsewhere}". Refused.`,
  );
}

/**
 * An environment for publishing to a registry of this machine: its home has nobody's tokens, and the
 * registry is set for npm and for pnpm, which ignores `npm_config_registry`.
 *
 * @param home a folder for its settings
 */
export function rehearsalEnvironment(home: string, registry: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true });
  const host = registry.replace(/^https?:/, "");
  writeFileSync(join(home, ".npmrc"), `registry=${registry}/\n${host}/:_authToken=nobody\n`);
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(p?npm_config_|NODE_AUTH_TOKEN$|NPM_TOKEN$)/i.test(key),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    pnpm_config_registry: `${registry}/`,
    // The registry has our packages alone: nothing can be installed from it, nor has to be.
    pnpm_config_verify_deps_before_run: "false",
    GIT_CONFIG_GLOBAL: devNull,
  };
}

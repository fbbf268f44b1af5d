import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout } from "@partner-center/lib/in-checkout";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test, vi } from "vitest";
import { isLoopback, rehearsalEnvironment, requireLoopback } from "../loopback.ts";

const root = join(import.meta.dirname, "../../..");

test.each([
  "https://packages.example.com/",
  "http://127.0.0.1.example.com/",
  "http://localhost.example.com",
  "http://10.0.0.1:4873",
  "",
])("the registry %j is not of this machine", (registry) => {
  expect(isLoopback(registry)).toBe(false);
});

test.each(["127.0.0.1", "localhost", "[::1]"])("a registry at %s is", (host) => {
  expect(isLoopback(`http://${host}:4873/`)).toBe(true);
});

test("the registries are those that pnpm reports, not those of the environment", async () => {
  using place = temporaryFolder("release-test-");
  const folder = place.path;
  mkdirSync(join(folder, "packages"));
  const env = rehearsalEnvironment(join(folder, "home"), "http://127.0.0.1:4873");
  await requireLoopback(folder, env);

  // A scope of its own, in a file beside the project.
  writeFileSync(join(folder, ".npmrc"), "@partner-center:registry=https://packages.example.com/\n");
  await expect(requireLoopback(folder, env)).rejects.toThrow(
    'would publish to "https://packages.example.com/". Refused.',
  );
  rmSync(join(folder, ".npmrc"));

  // npm's own variable, which pnpm ignores.
  const { pnpm_config_registry: _set, ...unset } = env;
  writeFileSync(join(folder, "home", ".npmrc"), "registry=https://packages.example.com/\n");
  await expect(requireLoopback(folder, unset)).rejects.toThrow("Refused.");
});

test("a registry in publishConfig of a package counts before all settings, and is refused", async () => {
  using place = temporaryFolder("release-test-");
  const folder = place.path;
  const env = rehearsalEnvironment(join(folder, "home"), "http://127.0.0.1:4873");
  const checkout = join(folder, "checkout");
  mkdirSync(join(checkout, "packages/types"), { recursive: true });
  const publishTo = (registry: string) =>
    writeFileSync(
      join(checkout, "packages/types/package.json"),
      JSON.stringify({ name: "types", publishConfig: { registry } }),
    );
  publishTo("http://127.0.0.1:4874/");
  await requireLoopback(checkout, env);
  publishTo("https://packages.example.com/");
  await expect(requireLoopback(checkout, env)).rejects.toThrow(
    'would publish to "https://packages.example.com/". Refused.',
  );
});

test("a rehearsal has a home of its own, without the user's tokens", () => {
  using place = temporaryFolder("release-test-");
  vi.stubEnv("NPM_TOKEN", "somebody's");
  const home = join(place.path, "home");
  const env = rehearsalEnvironment(home, "http://127.0.0.1:4873");
  vi.unstubAllEnvs();
  expect(env.HOME).toBe(home);
  expect(env).not.toHaveProperty("NPM_TOKEN");
  expect(readFileSync(join(home, ".npmrc"), "utf8")).toBe(
    "registry=http://127.0.0.1:4873/\n//127.0.0.1:4873/:_authToken=nobody\n",
  );
});

test("publishing in a rehearsal refuses a registry that is elsewhere, before it does anything", async () => {
  const env = { ...process.env, pnpm_config_registry: "https://packages.example.com/" };
  const publish = run("node", ["scripts/release/publish.ts", "--rehearsal"], {
    env,
    capture: true,
  });
  await expect(publish).rejects.toThrow(
    'would publish to "https://packages.example.com/". Refused.',
  );
});

testInCheckout(
  "an interrupted rehearsal leaves no file and no process",

  async () => {
    using place = temporaryFolder("interrupted-");
    const child = spawn("node", ["scripts/release/rehearse.ts"], {
      cwd: root,
      env: { ...process.env, TMPDIR: place.path },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Its first line comes when the registry, the remote and the checkout are there.
    const [line] = await once(child.stdout, "data");
    const registry = /http:\/\/[\d.:]+/.exec(String(line))?.[0] ?? "";
    expect((await fetch(`${registry}/-/ping`)).ok).toBe(true);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
    expect(readdirSync(place.path)).toEqual([]);
    await expect(fetch(`${registry}/-/ping`)).rejects.toThrow();
  },
);

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testInCheckout } from "@partner-center/lib/in-checkout";
import { afterAll, expect, test, vi } from "vitest";
import { rehearsalEnvironment, requireLoopback, requireLoopbackHere } from "../loopback.ts";

const folder = mkdtempSync(join(tmpdir(), "release-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  "https://packages.example.com/",
  "http://127.0.0.1.example.com/",
  "http://localhost.example.com",
  "http://10.0.0.1:4873",
  "",
  "undefined",
])("a rehearsal refuses the registry %j", (registry) => {
  expect(() => requireLoopback(registry)).toThrow(`would publish to "${registry}". Refused.`);
});

test("registries of this machine are fine", () => {
  for (const host of ["127.0.0.1", "localhost", "[::1]"]) requireLoopback(`http://${host}:4873/`);
});

test("what counts is what pnpm says, not what an environment shows", {
  timeout: 30_000,
}, async () => {
  const env = rehearsalEnvironment(join(folder, "home"), "http://127.0.0.1:4873");
  await requireLoopbackHere(folder, env);

  // A scope of its own, in a file beside the project.
  writeFileSync(join(folder, ".npmrc"), "@partner-center:registry=https://packages.example.com/\n");
  await expect(requireLoopbackHere(folder, env)).rejects.toThrow(
    'would publish to "https://packages.example.com/". Refused.',
  );
  rmSync(join(folder, ".npmrc"));

  // npm's own variable, which pnpm ignores.
  const { pnpm_config_registry: _set, ...unset } = env;
  writeFileSync(join(folder, "home", ".npmrc"), "registry=https://packages.example.com/\n");
  await expect(requireLoopbackHere(folder, unset)).rejects.toThrow("Refused.");
});

test("a registry in a package's publishConfig comes before all settings, and is refused", {
  timeout: 30_000,
}, async () => {
  const env = rehearsalEnvironment(join(folder, "home"), "http://127.0.0.1:4873");
  const checkout = join(folder, "checkout");
  mkdirSync(join(checkout, "packages/types"), { recursive: true });
  const publishTo = (registry: string) =>
    writeFileSync(
      join(checkout, "packages/types/package.json"),
      JSON.stringify({ name: "types", publishConfig: { registry } }),
    );
  publishTo("http://127.0.0.1:4874/");
  await requireLoopbackHere(checkout, env);
  publishTo("https://registry.example.com/");
  await expect(requireLoopbackHere(checkout, env)).rejects.toThrow(
    'would publish to "https://registry.example.com/". Refused.',
  );
});

test("a rehearsal has a home of its own, and nobody's tokens", () => {
  vi.stubEnv("NPM_TOKEN", "somebody's");
  const home = join(folder, "other-home");
  const env = rehearsalEnvironment(home, "http://127.0.0.1:4873");
  vi.unstubAllEnvs();
  expect(env.HOME).toBe(home);
  expect(env).not.toHaveProperty("NPM_TOKEN");
  expect(readFileSync(join(home, ".npmrc"), "utf8")).toBe(
    "registry=http://127.0.0.1:4873/\n//127.0.0.1:4873/:_authToken=nobody\n",
  );
});

test("publishing in a rehearsal refuses a registry that is elsewhere, before it does anything", {
  timeout: 30_000,
}, async () => {
  const { refusal } = await publishTo("https://packages.example.com/");
  expect(refusal).toContain('would publish to "https://packages.example.com/". Refused.');
});

async function publishTo(registry: string): Promise<{ refusal: string }> {
  const child = spawn("node", ["scripts/release/publish.ts", "--rehearsal"], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    env: { ...process.env, pnpm_config_registry: registry },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let refusal = "";
  child.stderr.on("data", (chunk) => {
    refusal += chunk;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  return { refusal };
}

testInCheckout(
  "an interrupted rehearsal leaves no file and no process",
  { timeout: 120_000 },
  async () => {
    const place = mkdtempSync(join(folder, "interrupted-"));
    const child = spawn("node", [fileURLToPath(new URL("../rehearse.ts", import.meta.url))], {
      env: { ...process.env, TMPDIR: place },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Its first line comes when the registry, the remote and the checkout are there.
    const [line] = await once(child.stdout, "data");
    const registry = /http:\/\/[\d.:]+/.exec(String(line))?.[0] ?? "";
    expect((await fetch(`${registry}/-/ping`)).ok).toBe(true);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).not.toBe(0);
    expect(readdirSync(place)).toEqual([]);
    await expect(fetch(`${registry}/-/ping`)).rejects.toThrow();
    expect(existsSync(join(place, "rehearsal"))).toBe(false);
  },
);

import { readFileSync } from "node:fs";
import { listen } from "@partner-center/lib/loopback";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { afterEach, expect, test, vi } from "vitest";
import { firstSteps } from "../first-steps.ts";
import { identifyPublisher } from "../publisher.ts";

const names = ["@acme/types", "@acme/client"];
const publishing = {
  scope: "@acme",
  repository: "https://github.com/acme/orders",
  keywords: [],
};

afterEach(() => void vi.unstubAllEnvs());

test("while npm lacks a package, the steps begin with its publication", () => {
  const steps = firstSteps(publishing, names, ["@acme/client"]);
  expect(steps).toContain("only for a package that exists, and it lacks:\n  @acme/client\n");
  expect(steps).toMatch(/npm login\n {2}npm run release -- publish\n.*npm trust github/s);
  for (const name of names) {
    expect(steps).toContain(
      `npm trust github ${name} --repo acme/orders --file release.yml --env npm --allow-publish\n`,
    );
  }
});

test("when npm has them all, trust is what is left", () => {
  const steps = firstSteps(publishing, names, []);
  expect(steps).not.toContain("npm login");
  expect(steps).toContain("npm trust github @acme/types");
});

test("a registry of one's own takes a token", () => {
  const registry = "https://packages.example.com/npm/";
  const steps = firstSteps({ ...publishing, registry }, names, names);
  expect(steps).not.toContain("npm trust");
  expect(steps).toContain("gh secret set NPM_TOKEN --env npm");
  expect(steps).toContain(`npm login --registry=${registry} --scope=@acme`);
});

test("the workflow has the file, the environment and the secret that the steps name", () => {
  const file = new URL("../../../.github/workflows/release.yml", import.meta.url);
  const workflow = readFileSync(file, "utf8");
  expect(workflow).toContain("environment: npm\n");
  expect(workflow).toContain(`NPM_TOKEN: \${{ secrets.NPM_TOKEN }}`);
});

test("in CI, npm has to have the packages already", async () => {
  await using registry = await listen((_, response) => response.writeHead(404).end("{}"));
  vi.stubEnv("pnpm_config_registry", `${registry.url}/`);
  vi.stubEnv("CI", "true");
  using folder = temporaryFolder("publisher-");
  await expect(identifyPublisher(publishing, names, folder.path)).rejects.toThrow(
    "and it lacks:\n  @acme/types\n  @acme/client\n",
  );
  vi.stubEnv("CI", "");
  await identifyPublisher(publishing, names, folder.path);
});

test("in CI, a registry of one's own gets the token of the job", async () => {
  const tokens: (string | undefined)[] = [];
  await using server = await listen((request, response) => {
    tokens.push(request.headers.authorization);
    response.writeHead(404).end("{}");
  });
  const registry = `${server.url}/`;
  vi.stubEnv("pnpm_config_registry", registry);
  vi.stubEnv("NPM_CONFIG_USERCONFIG", undefined);
  // As `npm run` does.
  vi.stubEnv("npm_config_userconfig", "/home/invented/.npmrc");
  vi.stubEnv("CI", "true");
  vi.stubEnv("NPM_TOKEN", "");
  using folder = temporaryFolder("publisher-");
  const identify = () => identifyPublisher({ ...publishing, registry }, names, folder.path);
  await expect(identify()).rejects.toThrow("gh secret set NPM_TOKEN");
  vi.stubEnv("NPM_TOKEN", "secret");
  await identify();
  await run("pnpm", ["view", "@acme/types"], { capture: true }).catch(() => {});
  expect(tokens).toContain("Bearer secret");
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createConsumer } from "../consumer.ts";
import { startRegistry } from "../registry.ts";
import { run } from "../run.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Publishes a package to a registry, and installs it. @returns the registry's port */
async function tryPackage(content: string, port?: number): Promise<number> {
  await using registry = await startRegistry({ ...(port !== undefined && { port }) });
  using folder = temporaryFolder("trial-");
  const manifest = { name: "@partner-center/trial", version: "1.2.3" };
  writeFileSync(join(folder.path, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder.path, ".npmrc"), registry.npmrc);
  writeFileSync(join(folder.path, "index.js"), content);
  await run("npm", ["publish"], { cwd: folder.path, capture: true });

  using consumer = await createConsumer({ registry }, { [manifest.name]: manifest.version });
  const installed = join(consumer.folder, "node_modules", manifest.name, "index.js");
  expect(readFileSync(installed, "utf8")).toBe(content);
  return Number(new URL(registry.url).port);
}

test("what is installed is not what an earlier registry had at the same port", async () => {
  const port = await tryPackage("export default 1;");
  await tryPackage("export default 2;", port);
});

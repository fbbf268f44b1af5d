/** A consumer's program: it gets an order from the mock with the packages of its project. */
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest, type Tarball, unpackPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import type { MockOptions } from "@partner-center/spec/mock";
import { readPublishing } from "./publishing.ts";

const clientModules = join(import.meta.dirname, "../../packages/client/node_modules");

/**
 * Writes the program to `program.mts` of a project that has the packages, and runs it.
 *
 * @param options the packages' scope, what the mock serves, and which property the program reads
 * @returns the version of its types and the property that it read, such as `1.0.0 completed`
 */
export async function getOrder(
  project: string,
  options: { scope?: string; mock?: MockOptions; property?: string } = {},
): Promise<string> {
  const { scope = readPublishing().scope, mock = {}, property = "status" } = options;
  // Loaded here: Prism takes most of a second, and a release that is refused needs none.
  const { startMock } = await import("@partner-center/spec/mock");
  await using server = await startMock(mock);
  const program = `import { createClient } from "${scope}/client";
import { specVersion } from "${scope}/types";
const client = createClient({ credential: "any", baseUrl: "${server.url}" });
const customerId = "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8";
const { data } = await client.getOrder({ customerId, orderId: "9e41c07b52da" });
console.log(specVersion, data.${property});
`;
  writeFileSync(join(project, "program.mts"), program);
  return (await run("node", ["program.mts"], { cwd: project, capture: true })).trim();
}

/** Unpacks tarballs beside each other and gets an order with them. @throws when that fails */
export async function tryTarballs(packed: Tarball[]): Promise<void> {
  using folder = temporaryFolder("unpacked-");
  const modules = join(folder.path, "node_modules");
  await unpackPackages(packed, modules);
  symlinkSync(join(clientModules, "openapi-fetch"), join(modules, "openapi-fetch"));
  const { version } = readManifest(join(modules, "@partner-center/types"));
  const order = await getOrder(folder.path);
  if (order !== `${version} completed`) throw new Error(`The packed client returned ${order}`);
}

/** Uses packed packages as their users will, before anyone can install them. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type PackedPackage, unpackPackages } from "@partner-center/lib/packages";
import { run } from "@partner-center/lib/run";
import { startMock } from "@partner-center/spec/mock";

const orderPath = "/v1/customers/4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8/orders/9e41c07b52da";
const clientDependencies = fileURLToPath(
  new URL("../../packages/client/node_modules/", import.meta.url),
);

const program = (baseUrl: string) => `
import { createClient } from "@partner-center/client";
import { orderStatusValues, specVersion } from "@partner-center/types";
const client = createClient({ credential: "any", baseUrl: ${JSON.stringify(baseUrl)} });
const [, , , customerId, , orderId] = ${JSON.stringify(orderPath)}.split("/");
const { data } = await client.getOrder({ customerId, orderId });
console.log(JSON.stringify({ data, specVersion, statuses: orderStatusValues.length }));
`;

/**
 * Unpacks the tarballs beside each other and gets an order from the mock through them.
 *
 * @throws as {@link useInstalled} does
 */
export async function smokeTest(packed: PackedPackage[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "smoke-"));
  const modules = join(folder, "node_modules");
  const mock = await startMock();
  try {
    await unpackPackages(packed, modules);
    symlinkSync(join(clientDependencies, "openapi-fetch"), join(modules, "openapi-fetch"));
    const types = packed.find(({ name }) => name === "@partner-center/types");
    await useInstalled(folder, mock.url, types?.version);
  } finally {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a program in a project that has the packages: it gets an order from the mock.
 *
 * @throws when that fails, or the order is not the one that the mock serves
 */
export async function useInstalled(
  project: string,
  mockUrl: string,
  typesVersion: string | undefined,
): Promise<void> {
  writeFileSync(join(project, "program.mjs"), program(mockUrl));
  const printed = await run("node", ["program.mjs"], { cwd: project, capture: true });
  const answer = await fetch(mockUrl + orderPath, { headers: { authorization: "Bearer any" } });
  const { data, specVersion } = JSON.parse(printed);
  if (!isDeepStrictEqual(data, await answer.json())) {
    throw new Error(`The packed client got another order than the mock serves:\n${printed}`);
  }
  if (specVersion !== typesVersion) {
    throw new Error(`specVersion is ${specVersion}, but the types are ${typesVersion}`);
  }
}

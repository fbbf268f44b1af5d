/** Projects that install what a rehearsal published, and get an order with it. */
import assert from "node:assert/strict";
import { createConsumer, type Project } from "@partner-center/lib/consumer";
import { getOrder } from "../order-program.ts";
import type { Checkout } from "./checkout.ts";

/** @param version not a tag: what pnpm has stored may know its version of before */
export function installClient({ registry }: Checkout, version: string): Promise<Project> {
  const dependencies = {
    // The line break stays when a longer scope is set.
    "@partner-center/client": version,
    "@partner-center/types": version,
  };
  return createConsumer({ registry }, dependencies);
}

/** Gets an order from the mock of the contract as it is now, and checks that it compiles. */
export async function requireOrder(
  checkout: Checkout,
  project: Project,
  { version, property = "status", value = "completed" }: Record<string, string>,
): Promise<void> {
  const mock = { contract: checkout.path("spec/dist/openapi.json") };
  const read = await getOrder(project.folder, { mock, property });
  assert.equal(read, `${version} ${value}`);
  const options = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  // TypeScript's own declarations are not what is tried, and take longer than ours.
  const checks = ["--noEmit", "--strict", "--skipDefaultLibCheck"];
  await project.run("tsc", ...checks, ...options, "program.mts");
}

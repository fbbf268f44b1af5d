/**
 * Runs the workflows on the mock and counts how much of the contract they use: every operation,
 * parameter, property and status has to occur. Everything that occurs must fit the contract.
 *
 * Usage: npm run check -- coverage        (exits 1 below 100 %, or when a call does not fit)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "@partner-center/lib/main";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { parseContract, specFolder } from "../contract.ts";
import { startMock } from "../mock.ts";
import { bundleContract, redocly } from "../redocly.ts";
import { addCompleteExamples } from "./complete-examples.ts";
import { type Coverage, describeCoverage, isComplete, readCoverage } from "./coverage.ts";

const inputs = {
  token: "any-token-will-do",
  customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
  orderId: "9e41c07b52da",
};

/**
 * Runs the workflows and counts.
 *
 * @param prepare makes the contract that the mock serves
 * @throws with Redocly's output when a step of the workflows fails or a call does not fit
 */
export async function measureCoverage(prepare = addCompleteExamples): Promise<Coverage> {
  using folder = temporaryFolder("coverage-");
  const file = (name: string) => join(folder.path, name);
  const bundle = await bundleContract();
  writeFileSync(file("openapi.json"), bundle);
  writeFileSync(file("mock.json"), JSON.stringify(prepare(parseContract(bundle))));
  await using mock = await startMock({ contract: file("mock.json") });
  await redocly.print(
    "respect",
    join(specFolder, "workflows/read-orders.arazzo.yaml"),
    `--server=orders=${mock.url}`,
    `--har-output=${file("traffic.har")}`,
    ...Object.entries(inputs).map(([name, value]) => `--input=${name}=${value}`),
  );
  await redocly.print(
    "drift",
    file("traffic.har"),
    `--api=${file("openapi.json")}`,
    `--server=${mock.url}`,
    // Chooses the mock's response; the contract does not have it.
    "--ignore-headers=prefer",
    "--coverage",
    `--coverage-output=${file("coverage.json")}`,
  );
  return readCoverage(readFileSync(file("coverage.json"), "utf8"));
}

await main(import.meta, {}, async () => {
  const coverage = await measureCoverage();
  console.log(describeCoverage(coverage));
  if (!isComplete(coverage)) process.exitCode = 1;
});

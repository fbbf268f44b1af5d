/**
 * Makes every call that the contract describes to the mock, and counts how much of the contract occurs:
 * every operation, parameter, property and status has to. Everything that occurs must fit the contract.
 *
 * Usage: npm run check -- coverage        (exits 1 below 100 %, or when a call does not fit)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { main } from "@partner-center/lib/main";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, parseContract } from "../contract.ts";
import { startMock } from "../mock.ts";
import { bundleContract, redocly } from "../redocly.ts";
import { addCompleteExamples } from "./complete-examples.ts";
import { type Coverage, describeCoverage, isComplete, readCoverage } from "./coverage.ts";
import { coverageWorkflows, withoutBodies } from "./coverage-workflows.ts";

/**
 * Makes the calls and counts.
 *
 * @param prepare makes the contract that the mock serves
 * @throws with Redocly's output when a call fails or does not fit
 */
export async function measureCoverage(
  contract: Contract,
  prepare = addCompleteExamples,
): Promise<Coverage> {
  using folder = temporaryFolder("coverage-");
  const write = (name: string, content: unknown): string => {
    const file = `${folder.path}/${name}`;
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const served = prepare(contract);
  const workflows = coverageWorkflows(served, write("calls.json", withoutBodies(contract)));
  const api = write("openapi.json", contract);
  const traffic = `${folder.path}/traffic.har`;
  const report = `${folder.path}/coverage.json`;
  await using mock = await startMock({ contract: write("mock.json", served) });
  await redocly.print(
    "respect",
    write("everything.arazzo.json", workflows),
    `--server=contract=${mock.url}`,
    `--max-steps=${workflows.workflows.flatMap(({ steps }) => steps).length}`,
    `--har-output=${traffic}`,
  );
  await redocly.print(
    "drift",
    traffic,
    `--api=${api}`,
    `--server=${mock.url}`,
    // Chooses the mock's response; the contract does not have it.
    "--ignore-headers=prefer",
    "--coverage",
    `--coverage-output=${report}`,
  );
  return readCoverage(readFileSync(report, "utf8"));
}

await main(import.meta, {}, async () => {
  const coverage = await measureCoverage(parseContract(await bundleContract()));
  console.log(describeCoverage(coverage));
  if (!isComplete(coverage)) process.exitCode = 1;
});

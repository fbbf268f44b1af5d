/**
 * Runs the workflows on the mock, and counts how much of the contract came up: every operation,
 * parameter, property and status has to. What came up must be as the contract says, too.
 *
 * Usage: npm run check -- coverage        (exits 1 below 100 %, or when a call does not fit)
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments } from "@partner-center/lib/main";
import { startMock } from "@partner-center/lib/mock-server";
import { addCompleteExamples } from "./complete-examples.ts";
import { type Coverage, describeCoverage, isComplete, readCoverage } from "./coverage.ts";
import { bundle, redoclyOrThrow } from "./redocly.ts";

const inputs = {
  token: "any-token-will-do",
  customerId: "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8",
  orderId: "9e41c07b52da",
};

/**
 * Runs the workflows and counts.
 *
 * @param prepare makes the contract that the mock answers from
 * @throws with Redocly's words when a step of the workflows fails or a call does not fit
 */
export async function measureCoverage(prepare = addCompleteExamples): Promise<Coverage> {
  const folder = mkdtempSync(join(tmpdir(), "coverage-"));
  const file = (name: string) => join(folder, name);
  try {
    const contract = await bundle();
    writeFileSync(file("openapi.json"), JSON.stringify(contract));
    writeFileSync(file("mock.json"), JSON.stringify(prepare(contract)));
    const mock = await startMock(file("mock.json"));
    try {
      await redoclyOrThrow(
        "respect",
        "workflows/read-orders.arazzo.yaml",
        `--server=orders=${mock.url}`,
        `--har-output=${file("traffic.har")}`,
        ...Object.entries(inputs).map(([name, value]) => `--input=${name}=${value}`),
      );
    } finally {
      await mock.stop();
    }
    await redoclyOrThrow(
      "drift",
      file("traffic.har"),
      `--api=${file("openapi.json")}`,
      `--server=${mock.url}`,
      // Tells the mock what to answer, and is no part of the contract.
      "--ignore-headers=prefer",
      "--coverage",
      `--coverage-output=${file("coverage.json")}`,
    );
    return readCoverage(readFileSync(file("coverage.json"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  readArguments();
  try {
    const coverage = await measureCoverage();
    console.log(describeCoverage(coverage));
    if (!isComplete(coverage)) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Runs bodies that were published by others against the contract, and prints what does not fit.
 *
 * Usage: node checks/check-samples.ts
 *
 * The samples are not part of this repository. They are looked for in ../shared/samples beside it,
 * or in the folder that the environment variable WIRE_SAMPLES names. Ends with 1 when a sample has a
 * deviation that known-deviations.ts does not explain, or lacks one that it does.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "@partner-center/lib/main";
import type { Contract } from "./contract.ts";
import { knownDeviations } from "./known-deviations.ts";
import { bundle } from "./redocly.ts";
import { closeObjects, createValidator } from "./validator.ts";

const schemas = { orders: "Order", errors: "ApiFault" };

export type SampleResult = {
  sample: string;
  deviations: string[];
  /** Why they are fine, where they are. */
  reason?: string;
};

export function samplesFolder(): string | undefined {
  const besideRepository = fileURLToPath(new URL("../../../shared/samples", import.meta.url));
  const folder = resolve(process.env.WIRE_SAMPLES ?? besideRepository);
  return existsSync(folder) ? folder : undefined;
}

export function checkSamples(contract: Contract, folder: string): SampleResult[] {
  const closed = closeObjects(contract);
  return Object.entries(schemas).flatMap(([kind, schema]) => {
    const validate = createValidator(closed, schema);
    const files = readdirSync(join(folder, kind)).filter((file) => file.endsWith(".json"));
    return files.sort().map((file): SampleResult => {
      const sample = `${kind}/${file.replace(".json", "")}`;
      const deviations = validate(JSON.parse(readFileSync(join(folder, kind, file), "utf8")));
      const known = knownDeviations[sample];
      return known && deviations.every((deviation) => known.pattern.test(deviation))
        ? { sample, deviations, reason: known.reason }
        : { sample, deviations };
    });
  });
}

/** Samples with deviations but no reason for them, or with a reason but no deviations. */
export function findSurprises(results: SampleResult[]): SampleResult[] {
  return results.filter(
    ({ deviations, reason }) => deviations.length > 0 !== (reason !== undefined),
  );
}

export function printSamples(results: SampleResult[]): void {
  for (const { sample, deviations, reason } of results) {
    if (deviations.length === 0 && reason === undefined) continue;
    const surprise = deviations.length > 0 ? "DOES NOT FIT" : "FITS AGAINST EXPECTATION";
    console.log(`${sample}: ${deviations.length > 0 && reason ? reason : surprise}`);
    for (const deviation of deviations) console.log(`  ${deviation}`);
  }
  const fitting = results.filter(({ deviations }) => deviations.length === 0).length;
  const known = results.length - fitting - findSurprises(results).length;
  console.log(`samples: ${fitting} of ${results.length} fit, ${known} deviate for known reasons`);
}

if (import.meta.main) {
  readArguments();
  const folder = samplesFolder();
  if (folder === undefined) {
    console.log("samples: not checked, there is no folder of samples (set WIRE_SAMPLES)");
  } else {
    const results = checkSamples(await bundle(), folder);
    printSamples(results);
    process.exitCode = findSurprises(results).length > 0 ? 1 : 0;
  }
}

/**
 * Compares what the other judges miss, or report without saying who is affected: operation by
 * operation, both contracts as they are.
 */

import type { Contracts } from "../places.ts";
import { compareBodies } from "./contract/bodies.ts";
import { compareFlows, compareSecurity } from "./contract/credentials.ts";
import { pairOperations } from "./contract/operations.ts";
import type { Report } from "./contract/report.ts";
import { makeCompareSchemas } from "./contract/schemas.ts";
import { compareServers, compareSharedServers } from "./contract/servers.ts";
import type { Finding } from "./finding.ts";

/** Each finding once, although several operations may have it. */
export function askContract(contracts: Contracts): Finding[] {
  const findings = new Map<string, Finding>();
  const report: Report = (words, place, sentence, values) => {
    const finding = { judge: "contract" as const, words, place, sentence, ...values };
    findings.set(JSON.stringify([words, place, sentence]), finding);
  };
  const compareSchemas = makeCompareSchemas(report);
  compareFlows(contracts, report);
  compareSharedServers(contracts, report);
  for (const operation of pairOperations(contracts)) {
    compareSecurity(operation, report);
    compareServers(operation, report);
    compareBodies(operation, compareSchemas, report);
  }
  return [...findings.values()];
}

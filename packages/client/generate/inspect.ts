/** Compares values with any schema of a contract, as the client's `inspect` does with ours. */
import type { Contract } from "@partner-center/spec";
import type { Finding } from "../src/findings/finding.ts";
import type { Validator } from "../src/findings/validator.ts";

import { createReport } from "../src/validate/report.ts";
import { compileContract } from "./validators.ts";

/** Finds where a value differs from the schema of that name: violations first, then notices. */
export type Inspect = (value: unknown, schema: string) => Finding[];

/** Prepares the schemas of a contract. */
export function createInspect(contract: Contract): Inspect {
  const { ajv, named } = compileContract(contract);
  return (value, schema) => {
    const validate = named[schema] && ajv.getSchema(`contract${named[schema]}`);
    if (!validate) throw new Error(`The contract has no schema ${schema}`);
    // AJV's type allows asynchronous schemas too; none of ours is one.
    const { violations, notices } = createReport(value, validate as Validator);
    return [...violations, ...notices];
  };
}

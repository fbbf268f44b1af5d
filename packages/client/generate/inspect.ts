/** Compares values with any schema of a contract, as the client's `validate` compares orders. */
import type { Contract } from "@partner-center/spec";
import type { Validator } from "../src/generated/validators.ts";
import { createReport, type Finding } from "../src/validate/report.ts";
import { createAjv } from "./validators.ts";

/** Finds where a value differs from the schema of that name: violations first, then notices. */
export type Inspect = (value: unknown, schema: string) => Finding[];

/** Prepares the schemas of a contract. */
export function createInspect(contract: Contract): Inspect {
  const ajv = createAjv(contract);
  return (value, schema) => {
    const validate = ajv.getSchema(`contract#/$defs/${schema}`);
    if (!validate) throw new Error(`The contract has no schema ${schema}`);
    // AJV's type allows asynchronous schemas too; none of ours is one.
    const { violations, notices } = createReport(value, validate as Validator);
    return [...violations, ...notices];
  };
}

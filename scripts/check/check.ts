/**
 * Runs checks by name, one after another, and fails when one of them does.
 *
 * Usage: npm run check                            lists the checks, what each needs, how long it takes
 *        npm run check -- NAME [NAME ...]         runs them
 *        npm run check -- NAME --OPTION ...       passes options to one check; --help says which
 */
import { runCases } from "@partner-center/lib/cases";
import { cases } from "./cases.ts";

await runCases(import.meta, cases);

/**
 * Measures how long the validator of `@partner-center/client/validate` takes for an order of the
 * contract's examples. Exits 1 beyond 2 µs.
 *
 * Usage: node packages/client/scripts/measure-validate.ts (after a build)
 */
import { orders } from "../dist/testing/index.js";
import { inspectOrder } from "../dist/validate/index.js";

const allowed = 2;
const rounds = 5_000;
const batches = 40;
const values = Object.values(orders);

/** Microseconds for one order, over every example in turn. */
function measure(): number {
  const begin = performance.now();
  for (let round = 0; round < rounds; round += 1) inspectOrder(values[round % values.length]);
  return ((performance.now() - begin) * 1_000) / rounds;
}

// The first half warms up.
const measured = Array.from({ length: batches }, measure).slice(batches / 2);
const median = measured.sort((a, b) => a - b)[measured.length >> 1] ?? Number.NaN;
console.log(`validate: ${median.toFixed(2)} µs an order, ${allowed} allowed`);
if (!(median <= allowed)) process.exitCode = 1;

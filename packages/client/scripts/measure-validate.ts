/**
 * Measures how long the validator of `@partner-center/client/validate` takes for an order of the
 * contract's examples, and for bodies of 400 KB that are wrong throughout. Exits 1 beyond 2 µs an
 * order and 20 ms a body.
 *
 * Usage: pnpm --filter @partner-center/client run bench:validate
 */
import { readArguments } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";

readArguments();
await make("build", "client");
const { orders } = await import("../dist/testing/index.js");
const { inspectOrder } = await import("../dist/validate/index.js");

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

const medianOf = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

// The first half warms up.
const median = medianOf(Array.from({ length: batches }, measure).slice(batches / 2));
console.log(`validate: ${median.toFixed(2)} µs an order, ${allowed} allowed`);
if (!(median <= allowed)) process.exitCode = 1;

/** Milliseconds for a body of about 400 KB that repeats a part. */
function measureWrong(repeated: unknown): number {
  const times = Math.floor(400_000 / (JSON.stringify(repeated).length + 1));
  const body = { lineItems: new Array(times).fill(repeated) };
  const begin = performance.now();
  inspectOrder(body);
  return performance.now() - begin;
}

const allowedWrong = 20;
const wrong: Record<string, unknown> = {
  numbers: 1,
  "lines with wrong types": { quantity: "5", offerId: 1, links: [] },
  "lines with unknown properties": { giftNote: "a", added: { later: 1 } },
  "lines with nulls": { pricing: null, links: { sku: null } },
};
for (const [name, line] of Object.entries(wrong)) {
  const milliseconds = medianOf(Array.from({ length: 9 }, () => measureWrong(line)));
  console.log(
    `validate: ${milliseconds.toFixed(1)} ms for 400 KB of ${name}, ${allowedWrong} allowed`,
  );
  if (!(milliseconds <= allowedWrong)) process.exitCode = 1;
}

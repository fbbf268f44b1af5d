/** What validation adds to reading a response: its time over that of `JSON.parse` of the same body. */
import { make } from "@partner-center/lib/run";
import { compareTable, type Family, inTurn, timed } from "./figures.ts";

const rounds = 40;

/** A body of 400 KB that repeats a part. */
const repeat = (part: unknown) => ({
  lineItems: new Array(Math.floor(400_000 / (JSON.stringify(part).length + 1))).fill(part),
});

export async function measure(): Promise<Family> {
  await make("build", "client");
  const { examples } = await import("@partner-center/client/testing");
  const { inspect } = await import("@partner-center/client/validate");
  const { getOrder } = examples;
  const orders = Object.entries(getOrder).flatMap(([name, body]) =>
    name.startsWith("order-") ? [body] : [],
  );
  const kinds: Record<string, unknown[]> = {
    "the contract's orders": new Array(200).fill(orders).flat(),
    "400 KB of numbers": [repeat(1)],
    "400 KB of wrong types": [repeat({ quantity: "5", offerId: 1, links: [] })],
    "400 KB of unknown properties": [repeat({ inventedNote: "a", inventedPart: { later: 1 } })],
    "400 KB of nulls": [repeat({ pricing: null, links: { sku: null } })],
  };
  const family: Family = { title: "Validation", notes: [`${rounds} rounds, in turn.`], tables: [] };
  for (const [kind, bodies] of Object.entries(kinds)) {
    const texts = bodies.map((body) => JSON.stringify(body));
    const works = {
      "JSON.parse": async () => texts.forEach((text) => void JSON.parse(text)),
      validate: async () => bodies.forEach((body) => void inspect("Order", body)),
    };
    const perBody = 1e6 / bodies.length;
    const times = await inTurn(rounds, works, async (work) => perBody * (await timed(work)));
    const head: [string, string, string] = [kind, "a body", "÷ JSON.parse"];
    family.tables.push(compareTable(head, times, times["JSON.parse"], ["µs", 1]));
  }
  return family;
}

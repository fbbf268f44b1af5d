import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { readBody } from "../../src/transport/read-body.ts";

const mebibyte = new Uint8Array(2 ** 20);

/** A response whose body comes in the given chunks; null breaks it off. */
const responseOf = (...chunks: (Uint8Array | null)[]) =>
  new Response(
    new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(chunk);
        else if (chunk === null) controller.error(new Error("broken"));
        else controller.close();
      },
    }),
  );

it.for([
  ["a whole body", [mebibyte, mebibyte]],
  ["a body that is too large", Array.from({ length: 11 }, () => mebibyte)],
  ["a body that breaks off", [mebibyte, null]],
] as const)("%s leaves no listener on the signal", async ([, chunks]) => {
  const { signal } = new AbortController();
  await readBody(responseOf(...chunks), { signal }).catch(() => {});
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("takes 10 MiB, and not a byte more", async () => {
  const { signal } = new AbortController();
  const chunks = Array.from({ length: 10 }, () => mebibyte);
  expect((await readBody(responseOf(...chunks), { signal }))?.length).toBe(10 * 2 ** 20);
  expect(await readBody(responseOf(...chunks, new Uint8Array(1)), { signal })).toBe(undefined);
});

import { expect, it } from "vitest";
import { abandon, type Reading, readBody } from "../../src/transport/read-body.ts";

const mebibyte = new Uint8Array(2 ** 20);
const limit = 10 * 2 ** 20;

/** A body that comes in the given chunks, and counts how often it was cancelled. */
function bodyOf(...chunks: unknown[]) {
  const state = { cancelled: 0 };
  const body = new ReadableStream({
    pull(controller) {
      if (chunks.length) controller.enqueue(chunks.shift());
      else controller.close();
    },
    cancel() {
      state.cancelled += 1;
    },
  });
  return { state, source: new Response(body) };
}

it("takes as many bytes as the limit, and not one more", async () => {
  const chunks = Array.from({ length: 10 }, () => mebibyte);
  const whole = await readBody(bodyOf(...chunks).source, {}, limit);
  expect(whole).toHaveLength(limit);
  const { source, state } = bodyOf(...chunks, new Uint8Array(1), mebibyte);
  expect(await readBody(source, {}, limit)).toBe("too-large");
  expect(state.cancelled).toBe(1);
});

it("gives up a body that is not bytes", async () => {
  const { source, state } = bodyOf("a string", "another");
  expect(await readBody(source, {}, limit)).toBe("not-bytes");
  expect(state.cancelled).toBe(1);
});

it("takes bytes of another realm", async () => {
  const { runInNewContext } = await import("node:vm");
  const { source } = bodyOf(runInNewContext("Uint8Array.of(1, 2)"), Uint8Array.of(3));
  expect(await readBody(source, {}, limit)).toEqual(Uint8Array.of(1, 2, 3));
});

it("cancels a body that comes after it was abandoned", async () => {
  const reading: Reading = {};
  abandon(reading);
  const { source, state } = bodyOf(mebibyte);
  await readBody(source, reading, limit);
  expect(state.cancelled).toBe(1);
});

it("reads a body without a stream, as requests have it in Firefox", async () => {
  const source = () => Object.defineProperty(new Response("abc"), "body", { value: undefined });
  expect(await readBody(source(), {}, 3)).toEqual(new TextEncoder().encode("abc"));
  expect(await readBody(source(), {}, 2)).toBe("too-large");
});

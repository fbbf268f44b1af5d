import type { Bytes } from "./response.ts";

/** A body that is being read. A listener on the signal would work too, but slow every call down. */
export interface Reading {
  /** There as soon as the body is read. */
  reader?: ReadableStreamDefaultReader<unknown>;
  /** Whether nobody waits for the body any more. */
  isAbandoned?: boolean;
}

/** Why a body cannot be used: it is above the limit, or its stream gives something other than bytes. */
export type BodyFlaw = "too-large" | "not-bytes";

/** Reads a body, or cancels it beyond `limit` bytes, so that its connection is free again. */
export async function readBody(
  source: Pick<Response, "body" | "arrayBuffer">,
  reading: Reading,
  limit: number,
): Promise<Bytes | BodyFlaw> {
  // Firefox has no stream for a request's body.
  if (source.body === undefined) {
    const bytes = new Uint8Array(await source.arrayBuffer());
    return bytes.length > limit ? "too-large" : bytes;
  }
  if (source.body === null) return new Uint8Array();
  reading.reader = source.body.getReader();
  // The body came too late.
  if (reading.isAbandoned) abandon(reading);
  const chunks: Bytes[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reading.reader.read();
    if (done) break;
    const flaw = ArrayBuffer.isView(value) ? undefined : "not-bytes";
    // Checked in the line above; `instanceof` does not know the bytes of another realm.
    const bytes = value as Bytes;
    size += bytes.length;
    if (flaw || size > limit) {
      abandon(reading);
      return flaw ?? "too-large";
    }
    chunks.push(bytes);
  }
  const [only] = chunks;
  return only && chunks.length === 1 ? only : new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Gives a body up. A body that has failed refuses to be cancelled, and needs no cancelling. */
export function abandon(reading: Reading): void {
  reading.isAbandoned = true;
  reading.reader?.cancel().catch(() => {});
}

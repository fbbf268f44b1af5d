import type { Bytes } from "./answer.ts";

/** The largest body that is read, in bytes: 10 MiB. */
const largestBody = 10 * 2 ** 20;

/** A body on its way. A listener on the signal would do as well, but cost every call its time. */
export interface Reading {
  /** Aborted when the attempt is given up. */
  readonly signal: AbortSignal;
  /** There as soon as the body is read, to be cancelled with the attempt. */
  reader?: ReadableStreamDefaultReader<unknown>;
}

/**
 * Reads a body to its end; gives undefined when it is too large. The body is cancelled then, and when
 * the signal was aborted before it came, so that its connection is free again.
 */
export async function readBody(response: Response, reading: Reading): Promise<Bytes | undefined> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  reading.reader = reader;
  if (reading.signal.aborted) cancel(reader);
  const chunks: Bytes[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size > largestBody) return cancel(reader);
  }
  return chunks.length === 1 ? chunks[0] : new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Gives a body up. One that has failed refuses it: there is nothing left to cancel then. */
export function cancel(reader: Reading["reader"]): undefined {
  reader?.cancel().catch(() => {});
}

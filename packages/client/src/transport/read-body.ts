import type { Bytes } from "./answer.ts";

/** The largest body that is read, in bytes: 10 MiB. */
const largestBody = 10 * 2 ** 20;

/**
 * Reads a body to its end; gives undefined when it is too large. Then, and when the signal is
 * aborted, the body is cancelled, so that its connection is free again.
 */
export async function readBody(
  response: Response,
  signal: AbortSignal,
): Promise<Bytes | undefined> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  // A stream that has failed refuses to be cancelled: there is nothing left to cancel then.
  const cancel = (): undefined => void reader.cancel().catch(() => {});
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  const chunks: Bytes[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      if (size > largestBody) return cancel();
    }
  } finally {
    // Node's fetch holds on to the signal, and would keep the broken body with it.
    signal.removeEventListener("abort", cancel);
  }
  return chunks.length === 1 ? chunks[0] : new Uint8Array(await new Blob(chunks).arrayBuffer());
}

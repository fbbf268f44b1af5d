/** The beginning of a string, at most that many bytes of UTF-8, without half a character. */
export function firstBytes(text: string, bytes: number): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read);
}

/** One line of at most 2 kB: control characters could forge log lines or steer a terminal. */
export function toMessage(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  const isLong = firstBytes(line, 2_000).length < line.length;
  return isLong ? `${firstBytes(line, 1_997)}…` : line;
}

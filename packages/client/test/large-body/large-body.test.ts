import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { type LoopbackServer, listen } from "@partner-center/lib/loopback";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bomb = gzipSync(Buffer.alloc(256 * 2 ** 20));
let server: LoopbackServer;
beforeAll(async () => {
  server = await listen((_, response) => {
    response.writeHead(200, {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "content-length": bomb.length,
      connection: "close",
    });
    response.end(bomb);
  });
});
afterAll(() => server.close());

/** What a process printed that asked for the bomb, with one or the other `fetch`. */
async function ask(whose: "platform" | "undici") {
  const script = join(import.meta.dirname, "process.ts");
  const child = spawn(process.execPath, [script, server.url, whose]);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [printed, error, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { printed, error, code };
}

describe("a small gzip of 256 MiB on a connection that the server closes", () => {
  it("is cancelled, and the process goes on, with the fetch of undici 8", async () => {
    const { printed, error, code } = await ask("undici");
    const calls = Array.from({ length: 10 }, (_, n) => `${n + 1} connection too-large\n`);
    expect({ printed, error, code }).toEqual({ printed: calls.join(""), error: "", code: 0 });
  });

  // https://github.com/nodejs/undici/issues/5360. When this fails, Node has the fix: let this test
  // expect what the one above does, and say in the README since when.
  it.runIf(/^[67]\./.test(process.versions.undici ?? ""))(
    "ends the process with the fetch of Node 22 and 24, whatever its reader does",
    async () => {
      const { error, code } = await ask("platform");
      expect(error).toContain("assert(!this.paused)");
      expect(code).toBe(1);
    },
  );
});

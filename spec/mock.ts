/**
 * Serves dist/openapi.json with Prism until it is ended: each call is answered with an example.
 *
 * Usage: npm run mock        listens on 127.0.0.1, port PORT or 4010
 */

import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { readArguments, readPort } from "../scripts/arguments.ts";
import { make } from "../scripts/run.ts";

readArguments();
const host = "127.0.0.1";
const port = readPort(process.env.PORT || "4010", "PORT");

/** Prism answers a taken port with its whole help text, so the port is tried first. */
async function checkPort(): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}

try {
  await checkPort();
} catch {
  console.error(`Port ${port} can't be used. Name another: PORT=4011 npm run mock`);
  process.exit(1);
}
await make("bundle", "spec");
const contract = fileURLToPath(new URL("dist/openapi.json", import.meta.url));
process.argv.splice(2, Infinity, "mock", contract, `--host=${host}`, `--port=${port}`);
await import("@stoplight/prism-cli");

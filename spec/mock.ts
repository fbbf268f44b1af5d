/**
 * Serves dist/openapi.json with Prism until it is ended: each call is answered with an example.
 *
 * Usage: node mock.ts        listens on 127.0.0.1, port PORT or 4010
 */
import { fileURLToPath } from "node:url";

const contract = fileURLToPath(new URL("dist/openapi.json", import.meta.url));
process.argv.push("mock", contract, "--host=127.0.0.1", `--port=${process.env.PORT ?? 4010}`);
await import("@stoplight/prism-cli");

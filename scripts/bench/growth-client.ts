/** What a client costs its users as the contract grows: bytes, instantiations, time of `createClient`. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { RunError, run } from "@partner-center/lib/run";
import { build } from "esbuild";
import type { Table } from "./figures.ts";

/** Of a client, or why there is none. */
export interface ClientFigures {
  /** `createClient` and all that it needs, minified and gzipped. */
  bytes: number;
  /** What a call of `getOrder` costs the type checker. */
  instantiations: number;
  /** Of one `createClient`, in microseconds. */
  createClient: number;
}

/** Type-checked as a file of the client's package, which may import the package by its name. */
const call = `import { createClient } from "@partner-center/client";
const client = createClient({ credential: "token" });
const { data } = await client.getOrder({ customerId: "a", orderId: "b", includePrice: true });
export const { status, lineItems } = data;
`;

/** Measures the client of a copy, whose packages are built. @throws what does not compile */
export async function measureClient(root: string): Promise<ClientFigures> {
  const folder = join(root, "packages/client");
  const { outputFiles } = await build({
    stdin: { contents: 'export { createClient } from "./src/index.ts";', resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const bundle = outputFiles[0]?.contents ?? new Uint8Array();
  const program = join(folder, "bundle.mjs");
  writeFileSync(program, bundle);
  const withCall = await countInstantiations(folder, call);
  const without = await countInstantiations(folder, "export {};\n");
  const createClient = await timeCreateClient(program);
  rmSync(program);
  return {
    bytes: gzipSync(bundle, { level: 9 }).length,
    instantiations: withCall - without,
    createClient,
  };
}

/** How many instantiations the type checker makes for a file of the client's package. */
async function countInstantiations(folder: string, source: string): Promise<number> {
  const file = join(folder, "type-cost.ts");
  writeFileSync(file, source);
  try {
    const line =
      "--extendedDiagnostics --noEmit --strict --exactOptionalPropertyTypes --skipLibCheck --target es2022 --module nodenext type-cost.ts";
    const output = await run("tsc", line.split(" "), { cwd: folder, capture: true });
    return Number(/^Instantiations:\s+(\d+)/m.exec(output)?.[1] ?? Number.NaN);
  } catch (error) {
    throw error instanceof RunError ? new Error(error.message.split("\n", 1)[0]) : error;
  } finally {
    rmSync(file);
  }
}

/** The median of many, in a process of its own, after as many to warm up. */
async function timeCreateClient(program: string): Promise<number> {
  const script = `
    import { createClient } from ${JSON.stringify(pathToFileURL(program).href)};
    const times = [];
    for (let round = 0; round < 2000; round++) {
      const begin = performance.now();
      createClient({ credential: "token" });
      times.push(performance.now() - begin);
    }
    console.log(times.slice(1000).sort((a, b) => a - b)[500] * 1000);`;
  const args = ["--input-type=module", "--eval", script];
  return Number(await run("node", args, { capture: true }));
}

/** A table of the clients, and what must not get worse. */
export function describeClients(
  clients: Map<number, ClientFigures>,
): [Table, Record<string, number>] {
  const figures = [...clients.values()];
  const [one, hundred] = [clients.get(1), clients.get(100)];
  const further = one && hundred ? (hundred.bytes - one.bytes) / 99 : Number.NaN;
  const row = (name: string, format: (client: ClientFigures) => string) => [
    name,
    ...figures.map(format),
  ];
  const table: Table = [
    ["the client", ...[...clients.keys()].map((size) => `${size} operations`)],
    row("size, gzipped", ({ bytes }) => `${bytes.toLocaleString("en")} B`),
    row("instantiations of a call", ({ instantiations }) => `${instantiations}`),
    row("`createClient`", ({ createClient }) => `${createClient.toFixed(1)} µs`),
  ];
  if (!one || !hundred) return [table, {}];
  const watched = {
    "growth/client, each further operation bytes": further,
    "growth/instantiations, 100 ÷ 1 operations": hundred.instantiations / one.instantiations,
  };
  return [table, watched];
}

/** Our client beside others: calls a second, time of a call, size, types, import. */
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { endWithUs, run } from "@partner-center/lib/run";
import { type Family, type Figure, figureOf, ratioOf, type Table, tell } from "./figures.ts";
import { fileOf, installPeers, peers } from "./peers.ts";
import { plotBars } from "./plot.ts";

/** Many short rounds: what disturbs the machine for a while then strikes all clients alike. */
const rounds = 60;
/** Until the machine code of every client is made. */
const warmUpRounds = 20;
const importRounds = 15;

/** Of a call, in microseconds. */
interface Time {
  wall: number;
  /** Of this process: what the machine does besides doesn't count. */
  cpu: number;
}

type Call = () => Promise<unknown>;
type SetUp = (baseUrl: string, fetch: typeof globalThis.fetch) => Call;

export async function measure(): Promise<Family> {
  const server = fork(new URL("order-server.ts", import.meta.url));
  endWithUs(server);
  const [ready] = await once(server, "message");
  const { port, body }: { port: number; body: string } = ready;
  const baseUrl = `http://127.0.0.1:${port}`;
  using installed = await installPeers(baseUrl);
  const { folder } = installed;
  await bundlePeers(folder);

  const realFetch = globalThis.fetch;
  const headers = { "content-type": "application/json" };
  const instantFetch: typeof fetch = async () => new Response(body, { headers });
  const setUps = await Promise.all(
    peers.map(async ({ name }): Promise<SetUp> => {
      const { setUp } = await import(pathToFileURL(join(folder, "bundles", bundleOf(name))).href);
      return setUp;
    }),
  );
  /** In turn, so that a slow moment of the machine strikes all of them. */
  async function inTurn(fetch: typeof realFetch, calls: number, inFlight: number) {
    const times = peers.map((): Time[] => []);
    for (let round = -warmUpRounds; round < rounds; round++) {
      for (const [index, setUp] of setUps.entries()) {
        globalThis.fetch = realFetch;
        const call = setUp(baseUrl, fetch);
        const time = await timeCalls(call, calls, inFlight);
        if (round >= 0) times[index]?.push(time);
      }
    }
    globalThis.fetch = realFetch;
    return times;
  }

  const one = await inTurn(realFetch, 60, 1);
  const many = await inTurn(realFetch, 256, 64);
  const instant = await inTurn(instantFetch, 200, 1);
  server.disconnect();
  const bundled = await importTimes(folder, importsOfBundles(folder));
  const byName = await importTimes(folder, importsByName(folder));
  const sizes = peers.map(
    ({ name }) =>
      gzipSync(readFileSync(join(folder, "bundles", bundleOf(name))), { level: 9 }).length,
  );
  writeFileSync(join(folder, "empty.ts"), "export {};\n");
  const ofNothing = countInstantiations(folder, "empty.ts");
  const instantiations = peers.map(
    ({ name }) => countInstantiations(folder, fileOf(name)) - ofNothing,
  );

  const ours = peers.findIndex(({ name }) => name === "ours");
  const fetchers = peers.findIndex(({ name }) => name === "openapi-fetch");
  const of = (times: Time[] = [], kind: keyof Time) => times.map((time) => time[kind]);
  const ratio = (times: Time[][], index: number, kind: keyof Time) =>
    ratioOf(of(times[index], kind), of(times[fetchers], kind));
  const compare = (times: Time[][], index: number, kind: keyof Time) =>
    `${ratio(times, index, kind).median.toFixed(2)} ×`;
  const perSecond = (times: Time[] = []) =>
    tell(figureOf(of(times, "wall").map((time) => 1e6 / time)), "/s");

  return {
    title: "Our client beside others",
    notes: [
      `One order over loopback HTTP from a server in a process of its own, all clients in one process and in turn, ${rounds} rounds; medians (from–to). The columns of time and CPU are ratios over openapi-fetch in the same round: below 1 is faster.`,
      "Each client as it is after its first example: ours with ids, deadlines, retries and checked arguments, ky, ofetch and Redocly with retries or timeouts of their own, raw fetch and openapi-fetch with none.",
      "Aimed at: at most 1.11 × openapi-fetch's time at 1 and at 64 in flight and less than ky and axios; at most 2.5 × over a fetch that answers at once; import at most 1.5 ×. All figures are of one minified file a client, as an application carries it, but for the last table: there Node finds and loads each package and what it depends on, and the last row is the least that a package over openapi-fetch can take.",
    ],
    tables: [
      {
        columns: ["client", "1 in flight", "time", "CPU", "64 in flight", "time", "CPU"],
        rows: peers.map(({ name }, index) => [
          name,
          ...[one, many].flatMap((times) => [
            perSecond(times[index]),
            compare(times, index, "wall"),
            compare(times, index, "cpu"),
          ]),
        ]),
      },
      {
        columns: [
          "client",
          "CPU of a call over an instant fetch",
          "÷ openapi-fetch",
          "gzip",
          "instantiations",
        ],
        rows: peers.map(({ name }, index) => [
          name,
          tell(figureOf(of(instant[index], "cpu")), "µs", 1),
          compare(instant, index, "cpu"),
          `${sizes[index]} B`,
          instantiations[index] ?? "",
        ]),
      },
      tellImports("cold import of the bundle", bundled),
      tellImports("cold import of the package", byName),
    ],
    plots: {
      "client.svg": plotBars({
        title: "Calls a second over loopback, 64 in flight",
        bars: peers.map(({ name }, index) => {
          const value = 1e6 / figureOf(of(many[index], "wall")).median;
          return {
            name,
            value,
            label: Math.round(value).toLocaleString("en"),
            ours: index === ours,
          };
        }),
        command: "npm run bench -- client --save",
      }),
    },
    watched: {
      "client/1 in flight ÷ openapi-fetch": ratio(one, ours, "wall").median,
      "client/64 in flight ÷ openapi-fetch": ratio(many, ours, "wall").median,
      "client/instant ÷ openapi-fetch": ratio(instant, ours, "cpu").median,
      "client/import of the bundle ÷ openapi-fetch": importRatio(bundled, "ours").median,
      "client/import of the package ÷ openapi-fetch": importRatio(byName, "ours").median,
      "client/instantiations": instantiations[ours] ?? 0,
      "client/gzip bytes": sizes[ours] ?? 0,
    },
  };
}

const bundleOf = (name: string) => fileOf(name).replace(/ts$/, "mjs");

/** Every peer in one minified file, as an application would carry it. */
async function bundlePeers(folder: string): Promise<void> {
  const files = peers.map(({ name }) => fileOf(name));
  const options = ["--bundle", "--minify", "--format=esm", "--platform=node", "--outdir=bundles"];
  // A CommonJS part of axios asks for Node's own modules.
  const banner = `--banner:js=import{createRequire as c}from"module";const require=c(import.meta.url);`;
  await run(
    join(folder, "node_modules/.bin/esbuild"),
    [...files, ...options, banner, "--out-extension:.js=.mjs", "--log-level=error"],
    { cwd: folder, capture: true },
  );
}

/** Time of a call, over so many calls of which so many are under way at a time. */
async function timeCalls(call: Call, calls: number, inFlight: number): Promise<Time> {
  let left = calls;
  const work = async () => {
    while (left-- > 0) {
      if ((await call()) === undefined) throw new Error("A client gave no id");
    }
  };
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  await Promise.all(Array.from({ length: inFlight }, work));
  const wall = ((performance.now() - begin) * 1000) / calls;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / calls };
}

function importRatio(times: Map<string, number[]>, name: string): Figure {
  return ratioOf(times.get(name) ?? [], times.get("openapi-fetch") ?? []);
}

function tellImports(what: string, times: Map<string, number[]>): Table {
  return {
    columns: [what, "CPU", "÷ openapi-fetch"],
    rows: [...times].map(([name, values]) => [
      name,
      tell(figureOf(values), "ms", 1),
      tell(importRatio(times, name), "×", 2),
    ]),
  };
}

interface Import {
  name: string;
  /** What a new process imports: a package by name, or a file by its address. */
  module: string;
}

/** CPU milliseconds of imports in new processes, in turn. */
async function importTimes(folder: string, imports: Import[]): Promise<Map<string, number[]>> {
  const results = new Map(imports.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < importRounds; round++) {
    for (const { name, module } of imports) {
      const code = `const before = process.cpuUsage(); await import("${module}"); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000)`;
      const printed = await run("node", ["--input-type=module", "--eval", code], {
        cwd: folder,
        capture: true,
        env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
      });
      results.get(name)?.push(Number(printed));
    }
  }
  return results;
}

/** What programs import by name; and a file that does nothing but import openapi-fetch. */
function importsByName(folder: string): Import[] {
  const least = join(folder, "least.mjs");
  writeFileSync(least, 'export { default } from "openapi-fetch";\n');
  return [
    ...peers.flatMap(({ name, module }) => (module ? [{ name, module }] : [])),
    { name: "an empty file over openapi-fetch", module: pathToFileURL(least).href },
  ];
}

/** The bundles that the other figures are of as well. */
function importsOfBundles(folder: string): Import[] {
  return peers.map(({ name }) => ({
    name,
    module: pathToFileURL(join(folder, "bundles", bundleOf(name))).href,
  }));
}

/** What the type checker instantiates for a file, the library included. */
function countInstantiations(folder: string, file: string): number {
  const printed = execFileSync(
    process.execPath,
    [
      join(folder, "node_modules/typescript/bin/tsc"),
      ...["--noEmit", "--extendedDiagnostics", "--strict", "--skipLibCheck"],
      ...["--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--module", "esnext"],
      ...["--moduleResolution", "bundler", file],
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
}

/** Our client beside others: calls a second, time of a call, size, types, import. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { endWithUs, run } from "@partner-center/lib/run";
import { compareTable, type Family, formatRange, inTurn, median, ratios } from "./figures.ts";
import { fileOf, installPeers, peers } from "./peers.ts";

/** Many short rounds: what slows the machine down for a while then affects all clients alike. */
const rounds = 60;
/** Until the machine code of every client is made. */
const warmUpRounds = 20;
const importRounds = 15;

/** Of a call, in microseconds. */
interface Time {
  wall: number;
  /** Of this process: what else the machine does doesn't count. */
  cpu: number;
}

const kinds = ["wall", "cpu"] as const;

type Call = () => Promise<unknown>;
type SetUp = (baseUrl: string, fetch: typeof globalThis.fetch) => Call;

const names = Object.keys(peers);

export async function measure(): Promise<Family> {
  const server = fork(new URL("order-server.ts", import.meta.url));
  endWithUs(server);
  const [ready] = await once(server, "message");
  const { url, body }: { url: string; body: string } = ready;
  using folder = await installPeers(url);
  const bundles = await bundlePeers(folder.path);
  const setUps: Record<string, SetUp> = {};
  for (const name of names) setUps[name] = (await import(bundles[name] ?? "")).setUp;

  const realFetch = globalThis.fetch;
  const json = { headers: { "content-type": "application/json" } };
  const instantFetch: typeof fetch = async () => new Response(body, json);
  /** The times of a call with each client, of so many calls with so many in flight. */
  async function timeClients(fetch: typeof realFetch, calls: number, inFlight: number) {
    const times = await inTurn(warmUpRounds + rounds, setUps, (setUp) => {
      globalThis.fetch = realFetch;
      return timeCalls(setUp(url, fetch), calls, inFlight);
    });
    globalThis.fetch = realFetch;
    return (name: string, kind: keyof Time) =>
      (times[name] ?? []).slice(warmUpRounds).map((time) => time[kind]);
  }
  type Times = Awaited<ReturnType<typeof timeClients>>;
  const compare = (times: Times, name: string, kind: keyof Time) =>
    median(ratios(times(name, kind), times("openapi-fetch", kind)));

  const one = await timeClients(realFetch, 60, 1);
  const many = await timeClients(realFetch, 256, 64);
  const instant = await timeClients(instantFetch, 200, 1);
  server.disconnect();
  const bundled = await timeImports(folder.path, bundles);
  const byName = await timeImports(folder.path, importsByName(folder.path));
  const sizeOf = (name: string) =>
    gzipSync(readFileSync(new URL(bundles[name] ?? "")), { level: 9 }).length;
  writeFileSync(join(folder.path, "empty.ts"), "export {};\n");
  const ofNothing = await countInstantiations(folder.path, "empty.ts");
  const instantiations: Record<string, number> = {};
  for (const name of names) {
    instantiations[name] = (await countInstantiations(folder.path, fileOf(name))) - ofNothing;
  }

  const formatRatio = (times: Times, name: string, kind: keyof Time) =>
    `${compare(times, name, kind).toFixed(2)} ×`;
  const formatTimes = (times: Times, name: string) => {
    const perSecond = times(name, "wall").map((time) => 1e6 / time);
    return [formatRange(perSecond, "/s"), ...kinds.map((kind) => formatRatio(times, name, kind))];
  };
  const instantHead = "CPU of a call over an instant fetch";
  return {
    title: "Our client beside others",
    notes: [
      `One order over loopback HTTP from a server in a process of its own, all clients in one process and in turn, ${rounds} rounds; medians (from–to). The columns of time and CPU are ratios over openapi-fetch in the same round: below 1 is faster.`,
      "Each client as it is after its first example: ours with ids, deadlines, retries and checked arguments, ky, ofetch and Redocly with retries or timeouts of their own, raw fetch and openapi-fetch with none.",
      "Aimed at: at most 1.2 × openapi-fetch's CPU at 1 and at 64 in flight and less than ky and axios; at most 2 × over a fetch that responds at once; import at most 1.5 ×. All figures are of one minified file a client, as an application carries it, but for the last table: there Node finds and loads each package and what it depends on, and the last row is the least that a package over openapi-fetch can take.",
    ],
    tables: [
      [
        ["client", "1 in flight", "time", "CPU", "64 in flight", "time", "CPU"],
        ...names.map((name) => [name, ...formatTimes(one, name), ...formatTimes(many, name)]),
      ],
      [
        ["client", instantHead, "÷ openapi-fetch", "gzip", "instantiations"],
        ...names.map((name) => [
          name,
          formatRange(instant(name, "cpu"), "µs", 1),
          formatRatio(instant, name, "cpu"),
          `${sizeOf(name)} B`,
          instantiations[name] ?? "",
        ]),
      ],
      importsTable("cold import of the bundle", bundled),
      importsTable("cold import of the package", byName),
    ],
    watched: {
      "client/CPU at 1 in flight ÷ openapi-fetch": compare(one, "ours", "cpu"),
      "client/CPU at 64 in flight ÷ openapi-fetch": compare(many, "ours", "cpu"),
      "client/instant ÷ openapi-fetch": compare(instant, "ours", "cpu"),
      "client/import of the bundle ÷ openapi-fetch": compareImports(bundled),
      "client/import of the package ÷ openapi-fetch": compareImports(byName),
      "client/instantiations": instantiations.ours ?? 0,
      "client/gzip bytes": sizeOf("ours"),
    },
  };
}

/** Bundles every peer into one minified file, as an application would carry it. @returns their URLs */
async function bundlePeers(folder: string): Promise<Record<string, string>> {
  const options = ["--bundle", "--minify", "--format=esm", "--platform=node", "--outdir=bundles"];
  // A CommonJS part of axios requires Node's own modules.
  const banner = `--banner:js=import{createRequire as c}from"module";const require=c(import.meta.url);`;
  const args = [...names.map(fileOf), ...options, banner, "--out-extension:.js=.mjs"];
  await run("node_modules/.bin/esbuild", args, { cwd: folder, capture: true });
  const urls = names.map((name) => {
    const file = join(folder, "bundles", fileOf(name).replace(/ts$/, "mjs"));
    return [name, pathToFileURL(file).href];
  });
  return Object.fromEntries(urls);
}

/** Time of a call, over so many calls of which so many are in flight at a time. */
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

const compareImports = ({ ours, "openapi-fetch": theirs }: Record<string, number[]>) =>
  median(ratios(ours, theirs));

const importsTable = (what: string, times: Record<string, number[]>) =>
  compareTable([what, "CPU", "÷ openapi-fetch"], times, times["openapi-fetch"], ["ms", 1]);

/** CPU milliseconds of imports in new processes, in turn: packages by name, or files by address. */
function timeImports(folder: string, modules: Record<string, string>) {
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
  return inTurn(importRounds, modules, async (module) => {
    const code = `const before = process.cpuUsage(); await import("${module}"); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000)`;
    const args = ["--input-type=module", "--eval", code];
    return Number(await run("node", args, { cwd: folder, capture: true, env }));
  });
}

/** What programs import by name; and a file that does nothing but import openapi-fetch. */
function importsByName(folder: string): Record<string, string> {
  const least = join(folder, "least.mjs");
  writeFileSync(least, 'export { default } from "openapi-fetch";\n');
  const installed = ["openapi-fetch", "ky", "ofetch", "axios"].map((name) => [name, name]);
  return {
    ours: "@partner-center/client",
    ...Object.fromEntries(installed),
    "an empty file over openapi-fetch": pathToFileURL(least).href,
  };
}

/** What the type checker instantiates for a file, the library included. */
async function countInstantiations(folder: string, file: string): Promise<number> {
  const line = `node_modules/.bin/tsc --noEmit --extendedDiagnostics --strict --skipLibCheck --target es2022 --lib es2022,dom,dom.iterable --module esnext --moduleResolution bundler ${file}`;
  const printed = await run("sh", ["-c", line], { cwd: folder, capture: true });
  return Number(/Instantiations:\s+(\d+)/.exec(printed)?.[1]);
}

/** From the contract to compiled types: our generator beside others. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Family, figureOf, ratioOf, tell } from "./figures.ts";
import { measureCommand } from "./measure-command.ts";
import { contract, installPeers } from "./peers.ts";
import { medianBar, plotBars } from "./plot.ts";
import { makeContract, sizeFor } from "./synthetic-contract.ts";

const rounds = 5;
const roundsOfLarge = 3;
const ours = fileURLToPath(new URL("../../packages/types/generate/generate.ts", import.meta.url));

/** Each makes its types in a folder of its own; `tsc` then compiles what is there. */
const generators: Record<string, (contract: string) => string> = {
  ours: (contract) =>
    `node --input-type=module --eval "import { generateTypes } from '${ours}'; import { readFileSync, writeFileSync } from 'node:fs'; writeFileSync('types.ts', await generateTypes(readFileSync('${contract}', 'utf8')))"`,
  "openapi-typescript": (contract) => `openapi-typescript ${contract} --output types.ts`,
  "hey-api": (contract) =>
    `openapi-ts --input ${contract} --output types --plugins @hey-api/typescript`,
  orval: (contract) =>
    `node --eval "require('fs').writeFileSync('orval.config.mjs', 'export default ' + JSON.stringify({ api: { input: '${contract}', output: { target: 'types/client.ts', client: 'fetch' } } }))" && orval --config orval.config.mjs`,
  Redocly: (contract) => `redocly generate-client ${contract} --output types/client.ts`,
};
const compile =
  "tsc --declaration --outDir compiled --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom,dom.iterable $(find . -name '*.ts' -not -path './compiled/*')";

export async function measure(): Promise<Family> {
  using installed = await installPeers("http://127.0.0.1");
  const large = join(installed.folder, "large.json");
  writeFileSync(large, JSON.stringify(makeContract(sizeFor(1000))));
  const small = await inTurn(installed.folder, contract, rounds);
  const big = await inTurn(installed.folder, large, roundsOfLarge);
  const fastest = (times: Map<string, number[]>) =>
    [...times].reduce((a, b) => (figureOf(a[1]).median < figureOf(b[1]).median ? a : b))[0];
  const rows = (times: Map<string, number[]>) =>
    [...times].map(([name, values]) => [
      name,
      tell(figureOf(values), "s", 2),
      tell(ratioOf(values, times.get(fastest(times)) ?? []), "×", 2),
    ]);
  const ratio = (times: Map<string, number[]>) =>
    ratioOf(times.get("ours") ?? [], times.get(fastest(times)) ?? []).median;
  return {
    title: "Our pipeline beside others: from the contract to compiled types",
    notes: [
      `Whole processes, generator and tsc, in turn; ${rounds} rounds on our contract, ${roundsOfLarge} on a made-up one of 1,000 operations and 2,000 schemas. orval and Redocly write a client along with the types.`,
      "Aimed at: the fastest, or within 10 % of it.",
    ],
    tables: [
      { columns: ["our contract", "time", "÷ fastest"], rows: rows(small) },
      { columns: ["1,000 operations", "time", "÷ fastest"], rows: rows(big) },
    ],
    plots: {
      "pipeline.svg": plotBars({
        title: "Seconds from 1,000 operations to compiled types",
        bars: [...big].map(([name, values]) => medianBar(name, values, 1, name === "ours")),
        command: "npm run bench -- pipeline --save",
      }),
    },
    watched: {
      "pipeline/ours ÷ fastest": ratio(small),
      "pipeline/ours ÷ fastest, 1,000 operations": ratio(big),
    },
  };
}

async function inTurn(
  folder: string,
  contract: string,
  rounds: number,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, generate] of Object.entries(generators)) {
      const work = join(folder, "work");
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work);
      const bin = join(folder, "node_modules/.bin");
      const line = `export PATH="${bin}:$PATH" && ${generate(contract)} && ${compile}`;
      const run = await measureCommand(line, work);
      if (run.code !== 0) throw new Error(`${name} failed:\n${run.output.slice(-2000)}`);
      times.set(name, [...(times.get(name) ?? []), run.seconds]);
    }
  }
  return times;
}

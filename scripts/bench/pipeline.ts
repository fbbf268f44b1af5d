/** From the contract to compiled types: our generator beside others. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { bundlePath } from "@partner-center/spec";
import { compareTable, type Family, inTurn, median, ratios, type Table, timed } from "./figures.ts";
import { installPeers } from "./peers.ts";
import { makeContract } from "./synthetic-contract.ts";

const rounds = 5;
const roundsOfLarge = 3;
const ours = join(import.meta.dirname, "../../packages/types/generate/generate.ts");

/** Each makes its types in a folder of its own; `tsc` then compiles what is there. */
const generators: Record<string, (contract: string) => string> = {
  ours: (contract) =>
    `node --input-type=module --eval "import { generateTypes } from '${ours}'; import { readFileSync, writeFileSync } from 'node:fs'; writeFileSync('types.ts', await generateTypes(readFileSync('${contract}', 'utf8')))"`,
  "openapi-typescript": (contract) => `openapi-typescript ${contract} --output types.ts`,
  "hey-api": (contract) =>
    `openapi-ts --input ${contract} --output types --plugins @hey-api/typescript`,
  orval: (contract) => `orval --input ${contract} --output types/client.ts --client fetch`,
  Redocly: (contract) => `redocly generate-client ${contract} --output types/client.ts`,
};
const compile =
  "tsc --declaration --outDir compiled --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom,dom.iterable $(find . -name '*.ts' -not -path './compiled/*')";

export async function measure(): Promise<Family> {
  using installed = await installPeers("http://127.0.0.1");
  const folder = installed.path;
  const large = join(folder, "large.json");
  writeFileSync(large, JSON.stringify(makeContract(1000)));
  const small = await compare("our contract", folder, bundlePath, rounds);
  const big = await compare("1,000 operations", folder, large, roundsOfLarge);
  return {
    title: "Our pipeline beside others: from the contract to compiled types",
    notes: [
      `Whole processes, generator and tsc, in turn; ${rounds} rounds on our contract, ${roundsOfLarge} on a made-up one of 1,000 operations and 2,000 schemas. orval and Redocly write a client along with the types.`,
      "Aimed at: the fastest, or within 10 % of it.",
    ],
    tables: [small.table, big.table],
    watched: {
      "pipeline/ours ÷ fastest": small.ratio,
      "pipeline/ours ÷ fastest, 1,000 operations": big.ratio,
    },
  };
}

async function compare(
  name: string,
  folder: string,
  contract: string,
  rounds: number,
): Promise<{ table: Table; ratio: number }> {
  const work = join(folder, "work");
  const times = await inTurn(rounds, generators, async (generate) => {
    const line = `export PATH="${folder}/node_modules/.bin:$PATH" && ${generate(contract)} && ${compile}`;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work);
    return timed(() => run("sh", ["-c", line], { cwd: work, capture: true }));
  });
  const fastest = Object.values(times).reduce((a, b) => (median(a) < median(b) ? a : b));
  return {
    table: compareTable([name, "time", "÷ fastest"], times, fastest, ["s", 2]),
    ratio: median(ratios(times.ours, fastest)),
  };
}

/**
 * Makes types, validators, client, test kit and docs from any OpenAPI contract, compiles them, and calls
 * each operation once, with the contract's examples or with values made from its schemas. Prints what each
 * of them covers, and by name what it leaves out. Exits 1 when something does not compile or a call fails.
 *
 * Usage: npm run check -- contract FILE [--out FOLDER]
 *   FILE    OpenAPI 3.0 or 3.1, YAML or JSON; it may refer to other files
 *   --out   where to write; a new folder in the machine's temporary folder by default, which is kept
 */
import { join, resolve } from "node:path";
import { main, refuse } from "@partner-center/lib/main";
import { type Contract, operationsOf, schemasOf } from "@partner-center/spec";
import { coverageOf, describeCoverage } from "./contract/coverage.ts";
import { prepareFolder, writeFile } from "./contract/made-folder.ts";
import { makeDocs } from "./contract/make-docs.ts";
import { type Made, makePackages } from "./contract/make-packages.ts";
import { type Proof, prove } from "./contract/prove.ts";
import { readContract } from "./contract/read-contract.ts";

const options = { out: { type: "string" } } as const; // As parseArgs wants.

await main(import.meta, { options, words: "any" }, async ({ values, words }) => {
  const [file, ...others] = words;
  if (file === undefined || others.length > 0) refuse("Give the path of one OpenAPI description.");
  // npm runs scripts at the root, wherever it was called.
  const from = process.env.INIT_CWD ?? "";
  console.log(`Reading ${file}`);
  const { bundle, contract, flaws } = await readContract(resolve(from, file), file);
  const operations = operationsOf(contract);
  if (operations.length === 0) throw new Error(`${file} has no operation, so nothing can be made.`);
  const folder = prepareFolder(values.out && resolve(from, values.out));
  writeFile(join(folder, "openapi.json"), bundle);
  const schemas = Object.keys(schemasOf(contract));
  console.log(`${operations.length} operations, ${schemas.length} schemas. Writing into ${folder}`);

  console.log("Making types, validators, client and test kit");
  const packages = await makePackages(folder, bundle);
  console.log("Making docs");
  const made = [...packages, await makeDocs(folder, contract)];
  const broken = made.flatMap(({ name, crash }) => (crash ? [`${name}: ${crash}`] : []));
  const proof = broken.length > 0 ? undefined : await tryAll(folder, contract, made);

  console.log(`\n${describeCoverage(made.map((part) => coverageOf(part, operations, schemas)))}`);
  if (proof) {
    console.log(`\n${proof.called} of ${operations.length} operations called.`);
    for (const line of proof.untried) console.log(`  not ${line}`);
  }
  const wrong = [...broken, ...(proof?.failures ?? [])];
  if (wrong.length === 0) return;
  console.error(["\nThis is wrong:", ...wrong.map((line) => `  ${line}`)].join("\n"));
  if (flaws.length > 0) {
    console.error(
      ["The contract breaks OpenAPI's rules, which may be why:", ...flaws].join("\n  "),
    );
  }
  process.exitCode = 1;
});

function tryAll(folder: string, contract: Contract, made: readonly Made[]): Promise<Proof> {
  console.log("Compiling, and calling each operation");
  return prove(folder, contract, made.find(({ name }) => name === "client")?.refusals ?? []);
}

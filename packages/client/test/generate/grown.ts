import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { type Contract, parseContract, type Refuse, readBundle } from "@partner-center/spec";
import { build } from "esbuild";
import ts from "typescript";
import { generateTypes } from "../../../types/generate/generate.ts";
import { generateClient } from "../../generate/client.ts";
import { generateOperations } from "../../generate/operations.ts";
import type * as clientPackage from "../../src/index.ts";

const root = join(import.meta.dirname, "../../../..");
const client = join(root, "packages/client");

/** Our contract with more in it, as a bundle. */
export function grow(change: (contract: Contract) => void): string {
  const contract = parseContract(readBundle());
  change(contract);
  return JSON.stringify(contract);
}

/** An operation of a contract, for `grow`. */
export function addOperation(contract: Contract, path: string, method: string, operation: object) {
  contract.paths = { ...contract.paths };
  contract.paths[path] = { ...contract.paths[path], [method]: operation };
}

/** The files that are generated from a bundle, by their paths. */
async function generate(bundle: string, refuse?: Refuse): Promise<Map<string, string>> {
  const files = {
    "packages/types/src/openapi.ts": await generateTypes(bundle, refuse),
    "packages/client/src/generated/client.ts": generateClient(bundle, refuse),
    "packages/client/src/generated/operations.ts": generateOperations(bundle, refuse),
  };
  return new Map(Object.entries(files).map(([path, code]) => [join(root, path), code]));
}

/**
 * What the compiler says to the client of a bundle, and to a program that uses it.
 *
 * @param others further generated files, by their paths
 */
export async function compile(
  bundle: string,
  program = "export {};",
  refuse?: Refuse,
  others: ReadonlyMap<string, string> = new Map(),
): Promise<{ problems: string[]; instantiations: number }> {
  const main = join(client, "src/program.ts");
  const files = new Map([...(await generate(bundle, refuse)), ...others, [main, program]]);
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
    skipLibCheck: true,
    noEmit: true,
    paths: { "@partner-center/types": [join(root, "packages/types/src/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.fileExists = (name) => files.has(resolve(name)) || fileExists(name);
  host.readFile = (name) => files.get(resolve(name)) ?? readFile(name);
  const compiled = ts.createProgram([main, join(client, "src/client.ts")], options, host);
  const problems = ts.getPreEmitDiagnostics(compiled).map(({ messageText, file }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  return { problems, instantiations: compiled.getInstantiationCount() };
}

/** A bundled program of the client, as minified code. */
export async function bundleClient(bundle: string): Promise<Uint8Array> {
  const files = await generate(bundle);
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createClient } from "./src/index.ts";',
      resolveDir: client,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [
      {
        name: "generated",
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]generated[\\/]/ }, ({ path }) => {
            return { contents: files.get(path) ?? readFileSync(path, "utf8"), loader: "ts" };
          });
        },
      },
    ],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** A method of a client whose contract is only known at run time. */
export type Method = (
  parameters?: object,
  options?: clientPackage.CallOptions,
) => Promise<clientPackage.Result<unknown>>;

/** The client of a bundle, ready to be called. */
export async function load(
  bundle: string,
): Promise<(options: clientPackage.ClientOptions) => Record<string, Method>> {
  using folder = temporaryFolder("grown-client-");
  const file = join(folder.path, "client.mjs");
  writeFileSync(file, await bundleClient(bundle));
  return (await import(/* @vite-ignore */ file)).createClient;
}

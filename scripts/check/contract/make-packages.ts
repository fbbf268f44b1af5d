/** Makes types and client from a contract, as `npm run generate` makes ours. */
import { cpSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Refuse } from "@partner-center/spec";
import { clientGenerators } from "../../../packages/client/generate/generate.ts";
import { generateTypes } from "../../../packages/types/generate/generate.ts";
import { writeFile } from "./made-folder.ts";

/** A part of a contract that something could not be made of. */
export interface Refusal {
  place: readonly string[];
  problem: string;
  wayOut: string;
}

/** What is made of a contract, and what of it could not be. */
export interface Made {
  name: string;
  refusals: Refusal[];
  /** What else it does not show. */
  notes?: string[];
  /** What the generator broke with. */
  crash?: string;
}

const root = join(import.meta.dirname, "../../..");

/** Written by hand for orders, so no contract but ours has a use for them. */
const ofOrders = ["src/links.ts", "src/order-status.ts", "src/generated/order-progress.ts"];

type Generate = (bundle: string, refuse: Refuse) => string | Promise<string>;

/** What a generated file of the client belongs to. */
function partOf(file: string): string {
  if (file.endsWith("validators.ts")) return "validators";
  return file.endsWith("examples.ts") ? "test kit" : "client";
}

/** Writes `types/` and `client/` into the folder. */
export async function makePackages(folder: string, bundle: string): Promise<Made[]> {
  copySources(folder, "types", ["src/openapi.ts"]);
  copySources(folder, "client", ["src/generated", ...ofOrders]);
  leaveOutOrders(join(folder, "client/src/index.ts"));
  writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings, null, 2));

  const parts = new Map<string, Made>();
  const make = async (name: string, file: string, generate: Generate) => {
    const part = parts.get(name) ?? { name, refusals: [] };
    parts.set(name, part);
    const refuse: Refuse = (place, problem, wayOut) => {
      part.refusals.push({ place, problem, wayOut });
    };
    try {
      writeFile(join(folder, file), await generate(bundle, refuse));
    } catch (error) {
      part.crash = describeCrash(error);
    }
  };
  await make("types", "types/src/openapi.ts", generateTypes);
  for (const [path, generate] of Object.entries(clientGenerators)) {
    const file = relative("packages", path);
    if (!ofOrders.some((left) => file.endsWith(left))) await make(partOf(file), file, generate);
  }
  return [...parts.values()].map((part) => ({ ...part, refusals: withoutRepeats(part.refusals) }));
}

/** The message, with the line of the generator that it is from. */
function describeCrash(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ""] = /^ +at .*$/m.exec(error.stack ?? "") ?? [];
  return `${error.message}\n${line}`.trimEnd();
}

/** Several files of a part may refuse the same. */
function withoutRepeats(refusals: Refusal[]): Refusal[] {
  return [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()];
}

function copySources(folder: string, name: string, leftOut: string[]): void {
  const from = join(root, "packages", name);
  cpSync(join(from, "src"), join(folder, name, "src"), {
    recursive: true,
    filter: (file) => !leftOut.some((left) => file === join(from, left)),
  });
}

/** Takes what is exported from those files out of an index. */
function leaveOutOrders(index: string): void {
  const names = ofOrders.map((file) => file.replace("src/", "").replace(".", "\\."));
  const exports = new RegExp(`^export [^;]* from "\\./(?:${names.join("|")})";\n`, "gm");
  writeFile(index, readFileSync(index, "utf8").replace(exports, ""));
}

const modules = join(root, "packages/client/node_modules");

/** As our own sources are compiled. */
const settings = {
  extends: join(root, "tsconfig.json"),
  compilerOptions: {
    types: [],
    useDefineForClassFields: false,
    paths: {
      "@partner-center/types": ["./types/src/index.ts"],
      "openapi-fetch": [join(modules, "openapi-fetch/dist/index.d.mts")],
    },
  },
  include: ["types/src", "client/src", "calls"],
  exclude: [],
};

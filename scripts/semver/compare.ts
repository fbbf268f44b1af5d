/** Weighs what the judges say of two contracts by the policy. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import type { JsonObject } from "../describe-contract.ts";
import { generateTypes } from "../generate-types.ts";
import { type Change, mergeFindings } from "./changes.ts";
import {
  asOnTheWire,
  parseContract,
  type Side,
  withoutFormats,
  withoutVersion,
} from "./contract.ts";
import type { Finding } from "./finding.ts";
import { askOasdiff } from "./judges/oasdiff.ts";
import { askRedocly } from "./judges/redocly.ts";
import type { Redocly } from "./judges/redocly-process.ts";
import { askTypes } from "./judges/types.ts";
import { type Bump, highest, ruleById } from "./policy.ts";

export interface Comparison {
  /** What the contract's change asks for, before it is spread over the packages. */
  bump: Bump;
  /** The highest first. */
  changes: Change[];
}

/**
 * Compares two contracts.
 *
 * @param redocly a running one, from {@link openRedocly}
 *
 * @throws when a side can't be read, or a judge is missing, fails or is not understood
 */
export async function compareContracts(
  redocly: Redocly,
  base: Side,
  revision: Side,
): Promise<Comparison> {
  const contracts = {
    base: withoutVersion(parseContract(base)),
    revision: withoutVersion(parseContract(revision)),
  };
  const [wire, types] = await Promise.all([
    askWire(redocly, contracts),
    compareTypes(base, revision, contracts),
  ]);
  const changes = mergeFindings([...wire, ...types.findings], contracts);
  if (changes.length === 0 && (types.differ || differ(contracts))) changes.push(bytesChanged);
  return { bump: highest(changes.map((change) => change.bump)), changes };
}

const bytesChanged: Change = {
  id: "bytes-changed",
  rule: ruleById("bytes-changed").id,
  bump: ruleById("bytes-changed").bump,
  pointer: "",
  what: "the published files differ in order or form",
  affects: "none",
  judges: [],
};

interface Contracts {
  base: JsonObject;
  revision: JsonObject;
}

function differ({ base, revision }: Contracts): boolean {
  return JSON.stringify(base) !== JSON.stringify(revision);
}

async function askWire(redocly: Redocly, contracts: Contracts): Promise<Finding[]> {
  const wire = { base: asOnTheWire(contracts.base), revision: asOnTheWire(contracts.revision) };
  const folder = mkdtempSync(join(tmpdir(), "semver-"));
  const write = (name: string, contract: JsonObject) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(contract));
    return path;
  };
  try {
    const [changes, more] = await Promise.all([
      askRedocly(redocly, write("base.json", wire.base), write("revision.json", wire.revision)),
      askOasdiff(
        write("base-without-formats.json", withoutFormats(wire.base)),
        write("revision-without-formats.json", withoutFormats(wire.revision)),
      ),
    ]);
    return [...changes, ...more];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareTypes(base: Side, revision: Side, contracts: Contracts) {
  const [before, after] = await Promise.all([declarationsOf(base), declarationsOf(revision)]);
  return { findings: askTypes(before, after, contracts), differ: before !== after };
}

/** The declarations as they are published, without the compiler's pointer to its map. */
export async function declarationsOf({ name, text, declarations }: Side): Promise<string> {
  if (declarations !== undefined) return declarations.replace(/\/\/# sourceMappingURL.*\n?/, "");
  const source = await generateTypes(text).catch((cause) => {
    throw new Error(`No types can be generated from ${name}: ${cause.message}`, { cause });
  });
  return ts.transpileDeclaration(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, strict: true, isolatedDeclarations: true },
  }).outputText;
}

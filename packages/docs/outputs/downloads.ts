import { globSync, readFileSync } from "node:fs";
import { type Contract, operationsOf } from "@partner-center/spec";
import { parse, stringify } from "yaml";
import { sampleCall } from "../sources/samples/sample-call.ts";
import { codeSamples } from "../sources/samples/samples.ts";
import { httpFile } from "../sources/samples/templates.ts";
import type { Files } from "./files.ts";

/** A file of the contract that the site offers. */
export interface Download {
  path: string;
  /** A few words for llms.txt. */
  description: string;
  content: string;
}

const spec = new URL(".", import.meta.resolve("@partner-center/spec/package.json"));
const read = (path: string) => readFileSync(new URL(path, spec), "utf8");

/**
 * A contract by path, in both formats, and its requests.
 *
 * @param contract as `withSamples` makes it
 */
export const downloadsOf = (contract: Contract): Download[] => [
  {
    path: "openapi.json",
    description: `the contract with code samples, OpenAPI ${minorOf(contract.openapi)}`,
    content: JSON.stringify(contract, null, 2),
  },
  { path: "openapi.yaml", description: "the same as YAML", content: stringify(contract) },
  {
    path: "requests.http",
    description: "a request of every operation, for editors that send them",
    content: httpFile(operationsOf(contract).map((placed) => sampleCall(contract, placed))),
  },
];

/** The same for our contract, and beside it the workflows, which refer to it as ../openapi.yaml. */
export function readDownloads(contract: Contract): Download[] {
  const workflows = globSync("*.arazzo.yaml", { cwd: new URL("workflows/", spec) }).map((name) => {
    const content = read(`workflows/${name}`);
    const { arazzo }: { arazzo: string } = parse(content);
    const description = `calls to make of it, Arazzo ${minorOf(arazzo)}`;
    return { path: `workflows/${name}`, description, content };
  });
  return [...downloadsOf(contract), ...workflows];
}

/** The contract with samples for the operations that have none, for Redoc, Scalar and others. */
export function withSamples(contract: Contract, hasClient: boolean): Contract {
  const copy = structuredClone(contract);
  for (const placed of operationsOf(copy)) {
    placed.operation["x-codeSamples"] ??= codeSamples(sampleCall(copy, placed), hasClient);
  }
  return copy;
}

/** `3.1` of `3.1.0`. */
const minorOf = (version: string): string => version.split(".").slice(0, 2).join(".");

export const downloadFiles = (downloads: readonly Download[]): Files =>
  Object.fromEntries(downloads.map(({ path, content }) => [path, content]));

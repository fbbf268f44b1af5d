import { globSync, readFileSync } from "node:fs";
import type { Contract } from "@partner-center/spec";
import { parse, stringify } from "yaml";
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

/** A contract by path, in both formats. */
export const downloadsOf = (contract: Contract): Download[] => [
  {
    path: "openapi.json",
    description: `the contract, OpenAPI ${minorOf(contract.openapi)}`,
    content: JSON.stringify(contract, null, 2),
  },
  { path: "openapi.yaml", description: "the same as YAML", content: stringify(contract) },
];

/** The bundled contract, and beside it the workflows, which refer to it as ../openapi.yaml. */
export function readDownloads({ openapi }: Contract): Download[] {
  const workflows = globSync("*.arazzo.yaml", { cwd: new URL("workflows/", spec) }).map((name) => {
    const content = read(`workflows/${name}`);
    const { arazzo }: { arazzo: string } = parse(content);
    const description = `calls to make of it, Arazzo ${minorOf(arazzo)}`;
    return { path: `workflows/${name}`, description, content };
  });
  return [
    {
      path: "openapi.json",
      description: `the contract, OpenAPI ${minorOf(openapi)}`,
      content: read("dist/openapi.json"),
    },
    {
      path: "openapi.yaml",
      description: "the same as YAML",
      content: read("dist/openapi.yaml"),
    },
    ...workflows,
  ];
}

/** `3.1` of `3.1.0`. */
const minorOf = (version: string): string => version.split(".").slice(0, 2).join(".");

export const downloadFiles = (downloads: readonly Download[]): Files =>
  Object.fromEntries(downloads.map(({ path, content }) => [path, content]));

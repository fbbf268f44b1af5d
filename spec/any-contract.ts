/** Reads anyone's OpenAPI description, YAML or JSON, of one file or several. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { type Contract, parseContract } from "./contract.ts";
import { hasUniqueKeys, inOrder, isOneDocument } from "./one-document.ts";
import { isObject } from "./pointer.ts";
import { redocly } from "./redocly.ts";

export interface AnyContract {
  /** In one piece, as JSON. */
  bundle: string;
  contract: Contract;
}

/** What Redocly's lint finds, as far as it is read here. */
export interface Finding {
  ruleId: string;
  severity: string;
  message: string;
  location: { pointer?: string; source?: { ref: string } }[];
}

/** A file that is not an OpenAPI description, or is broken. The message is a sentence with the place. */
export class InvalidContractError extends Error {}

const config = `--config=${join(import.meta.dirname, "any-contract.yaml")}`;

/**
 * Reads a description of OpenAPI 3.0, 3.1 or 3.2.
 *
 * @param name what the file is called in errors
 * @throws {InvalidContractError} when the file can't be read as that
 */
export async function readAnyContract(file: string, name = file): Promise<AnyContract> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    const advice = "There is no such file; give an OpenAPI description, YAML or JSON.";
    throw new InvalidContractError(`${name} can't be read. ${advice}`);
  }
  const document = parse(readFileSync(file, "utf8"), name);
  requireOpenApi(document, name);
  const whole = isOneDocument(document) ? inOrder(document) : await bundle(file, name);
  const text = JSON.stringify(withoutNulls(whole), null, 2);
  return { bundle: text, contract: parseContract(text, name) };
}

async function bundle(file: string, name: string): Promise<unknown> {
  const { code, stdout, output } = await redocly.run("bundle", file, "--ext=json", config);
  if (code !== 0) {
    const [flaw] = (await lint(file)).filter(({ ruleId }) => ruleId === "no-unresolved-refs");
    const reason = flaw ? describeFlaw(flaw) : reasonIn(output);
    throw new InvalidContractError(`${name} can't be put in one file: ${reason}.`);
  }
  return JSON.parse(stdout);
}

/** Where null is a value. Elsewhere it is what an empty line of YAML leaves, and as good as absent. */
const isData = (key: string): boolean => /^(examples?|value|default|enum|const|x-.*)$/.test(key);

function withoutNulls(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(withoutNulls);
  if (!isObject(thing)) return thing;
  const kept = Object.entries(thing).filter(([key, value]) => value !== null || isData(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, isData(key) ? value : withoutNulls(value)]),
  );
}

/** Where a file breaks the rules of any-contract.yaml; warnings are about examples. */
export async function lint(file: string): Promise<Finding[]> {
  const run = await redocly.run("lint", file, config, "--format=json", "--max-problems=10000");
  if (!run.stdout.startsWith("{")) throw new InvalidContractError(reasonIn(run.output));
  // Redocly's own format; --format=json prints nothing else.
  return (JSON.parse(run.stdout) as { problems: Finding[] }).problems;
}

/** `#/paths/~1orders/get: the field responses must be present on this level` */
export function describeFlaw({ message, location }: Finding): string {
  const sentence = message.replace(/\s+/g, " ").replace(/\.$/, "");
  return [location[0]?.pointer, sentence].filter(Boolean).join(": ");
}

function parse(text: string, name: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    if (hasUniqueKeys(text, document)) return document;
  } catch {
    // The parser of YAML reads JSON too, says where it is wrong, and takes ten times as long.
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (!error) return document.toJS();
  const [{ line, col }] = error.linePos ?? [{ line: 1, col: 1 }];
  const [reason = ""] = error.message.split(/ at line |\n/);
  throw new InvalidContractError(`${name}:${line}:${col} is neither YAML nor JSON: ${reason}.`);
}

function requireOpenApi(document: unknown, name: string): void {
  const problem = problemOf(document);
  if (problem !== undefined) throw new InvalidContractError(`${name} ${problem}`);
}

function problemOf(document: unknown): string | undefined {
  if (!isObject(document)) return "is not an OpenAPI description: it is not an object.";
  const { swagger, openapi, info } = document;
  if (swagger !== undefined) {
    const advice = "Convert it to OpenAPI 3 first, for example with swagger2openapi.";
    return `is Swagger ${swagger} (#/swagger). ${advice}`;
  }
  if (openapi === undefined) {
    const advice = "Give the file that the others are referred to from.";
    return `is not an OpenAPI description: it has no "openapi" at its top. ${advice}`;
  }
  if (!/^3\.[012]\.\d/.test(String(openapi))) {
    return `is OpenAPI ${openapi} (#/openapi). Give one of version 3.0.x, 3.1.x or 3.2.x.`;
  }
  return isObject(info) ? undefined : 'has no object "info" (#/info), which OpenAPI requires.';
}

/** What Redocly printed, without its banners. */
function reasonIn(output: string): string {
  const lines = output.replace(/^.*(?:bundling|validating) .*$/gm, "").split("\n");
  return lines
    .filter((line) => line.trim() && !/^(?:❌|Woohoo|run `redocly)/.test(line.trim()))
    .join("\n");
}

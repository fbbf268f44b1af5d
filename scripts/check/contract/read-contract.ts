/** Reads anyone's OpenAPI description, of one file or several. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { refuse } from "@partner-center/lib/main";
import { type Contract, isObject, type JsonObject, parseContract } from "@partner-center/spec";
import { redocly } from "@partner-center/spec/redocly";
import { parseDocument } from "yaml";

export interface AnyContract {
  /** In one piece, as JSON. */
  bundle: string;
  contract: Contract;
  /** Where it breaks OpenAPI's own rules. */
  flaws: string[];
}

/** What Redocly's lint finds, as far as it is read here. */
export interface Finding {
  ruleId: string;
  severity: string;
  message: string;
  location: { pointer?: string; source?: { ref: string } }[];
}

const config = `--config=${join(import.meta.dirname, "redocly.yaml")}`;

/** @throws with a sentence that says what to fix, when the file can't be read as OpenAPI 3 */
export async function readContract(file: string, name = file): Promise<AnyContract> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    refuse(`Unknown: ${name}. There is no such file; give an OpenAPI description, YAML or JSON.`);
  }
  requireOpenApi(parse(readFileSync(file, "utf8"), name), name);
  const { code, stdout, output } = await redocly.run("bundle", file, "--ext=json", config);
  if (code !== 0) {
    throw new Error(`${name} can't be put in one file. Fix this first:\n${reasonIn(output)}`);
  }
  const bundle = JSON.stringify(withoutNulls(JSON.parse(stdout)), null, 2);
  return { bundle, contract: parseContract(bundle, name), flaws: await flawsOf(file) };
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

async function flawsOf(file: string): Promise<string[]> {
  const findings = (await lint(file)).filter(({ severity }) => severity === "error");
  return findings.map(({ message, location }) => `${location[0]?.pointer ?? ""} ${message}`.trim());
}

/** Where a file breaks the rules of redocly.yaml here; warnings are about examples. */
export async function lint(file: string): Promise<Finding[]> {
  const run = await redocly.run("lint", file, config, "--format=json", "--max-problems=10000");
  if (!run.stdout.startsWith("{")) throw new Error(reasonIn(run.output));
  // Redocly's own format; --format=json prints nothing else.
  return (JSON.parse(run.stdout) as { problems: Finding[] }).problems;
}

function parse(text: string, name: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(`${name} is neither YAML nor JSON. Fix this first:\n${error.message}`);
  return document.toJS();
}

function requireOpenApi(document: unknown, name: string): asserts document is JsonObject {
  if (!isObject(document)) {
    throw new Error(`${name} is not an OpenAPI description: it is not an object.`);
  }
  if (document.swagger !== undefined) {
    throw new Error(
      `${name} is Swagger ${document.swagger}. Convert it to OpenAPI 3 first, for example with swagger2openapi.`,
    );
  }
  if (document.openapi === undefined) {
    throw new Error(
      `${name} is not an OpenAPI description: it has no "openapi" at its top. Give the file that the others are referred to from.`,
    );
  }
  if (!/^3\.[01]\./.test(String(document.openapi))) {
    throw new Error(`${name} is OpenAPI ${document.openapi}. Give one of version 3.0 or 3.1.`);
  }
}

/** What Redocly printed, without its banners. */
function reasonIn(output: string): string {
  const lines = output.replace(/^.*(?:bundling|validating) .*$/gm, "").split("\n");
  return lines
    .filter((line) => line.trim() && !/^(?:❌|Woohoo|run `redocly)/.test(line.trim()))
    .join("\n");
}

/** Calls each operation through the made client, with a test fetch of the made test kit. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { RunError, run } from "@partner-center/lib/run";
import { argumentNameOf } from "@partner-center/spec";
import { build } from "esbuild";
import { isArgument } from "../../../packages/client/generate/read-parameters.ts";
import type { Trial } from "./examples.ts";
import { writeFile } from "./made-folder.ts";

const root = join(import.meta.dirname, "../../..");

/** The file of an operation's call. */
const fileOf = (trial: Trial): string => `calls/${trial.placed.id}.ts`;

/** Writes a module for each trial that exports `call`. */
export function writeCalls(folder: string, trials: Trial[]): void {
  for (const trial of trials) writeFile(join(folder, fileOf(trial)), sourceOf(trial));
}

function sourceOf(trial: Trial): string {
  const { placed, response, body, parameters } = trial;
  const given = parameters
    .filter(({ parameter }) => isArgument(parameter))
    .map(({ parameter, value }) => [argumentNameOf(parameter.name), value]);
  const args = Object.fromEntries(body ? [...given, ["body", body.value]] : given);
  const { status, body: sent } = response;
  const answer = sent && !sent.isExample ? { status, body: sent.value } : status;
  const responses = { [placed.id]: [answer] };
  return `import { createClient } from "../client/src/index.ts";
import { createTestFetch } from "../client/src/testing/index.ts";
import { validate } from "../client/src/validate/index.ts";

/** ${placed.method.toUpperCase()} ${placed.path} */
export function call() {
  const fetch = createTestFetch(${JSON.stringify(responses)});
  const client = createClient({
    credential: "test",
    baseUrl: "https://service.example.com",
    fetch,
    validate: validate({ mode: "throw" }),
  });
  return client.${placed.id}(${JSON.stringify(args, null, 2)});
}
`;
}

/** Compiles everything in the folder. @returns the errors, by the operation whose call has them */
export async function compile(folder: string): Promise<Map<string, string[]>> {
  const errors = new Map<string, string[]>();
  try {
    await run("tsc", ["--project", folder, "--pretty", "false"], { capture: true, cwd: root });
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    for (const [line, file = ""] of error.message.matchAll(/^(\S.*?)\(\d+,\d+\): error .*$/gm)) {
      const place = file.match(/calls[/\\](.+)\.ts$/)?.[1] ?? "";
      errors.set(place, [...(errors.get(place) ?? []), line]);
    }
    if (errors.size === 0) throw error;
  }
  return errors;
}

/** What a call resolves to, as far as it is compared. */
interface MadeResult {
  status: number;
  data: unknown;
}

/** Runs each call. @returns why, by operation, those that fail do */
export async function runCalls(folder: string, trials: Trial[]): Promise<Map<string, string>> {
  const outdir = join(folder, "calls");
  await build({
    absWorkingDir: folder,
    entryPoints: trials.map(fileOf),
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    // The paths of tsconfig.json lead to declarations.
    tsconfigRaw: {},
    alias: { "@partner-center/types": "./types/src/index.ts" },
    nodePaths: [join(root, "packages/client/node_modules")],
    logLevel: "silent",
  });
  const failures = new Map<string, string>();
  for (const trial of trials) {
    const problem = await runCall(join(outdir, `${trial.placed.id}.js`), trial);
    if (problem !== undefined) failures.set(trial.placed.id, problem);
  }
  return failures;
}

async function runCall(file: string, { response }: Trial): Promise<string | undefined> {
  try {
    // What sourceOf writes, so that it is this.
    const made: { call(): Promise<MadeResult> } = await import(pathToFileURL(file).href);
    const { status, data } = await made.call();
    if (status !== response.status) return `has status ${status}, not ${response.status}`;
    if (!response.body || isDeepStrictEqual(data, response.body.value)) return undefined;
    return `resolves to ${JSON.stringify(data)}, not to ${JSON.stringify(response.body.value)}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

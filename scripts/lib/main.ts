/**
 * The frame of every command: reads its arguments, prints its help, and turns an error into a
 * sentence and an exit code. The help is the comment at the head of the command's file.
 */
import { readFileSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { onExit } from "./cleanup.ts";
import { RunError } from "./run.ts";

interface Expected<Options> {
  /** As in `parseArgs` of node:util; `--help` is always there. */
  options?: Options;
  /** Which words may be given beside options: these, or any. None by default. */
  words?: readonly string[] | "any";
  /** What to read instead of this process's arguments. */
  args?: string[];
}

interface Arguments<Options extends ParseArgsOptionsConfig> {
  values: ReturnType<typeof parseArgs<{ options: Options }>>["values"];
  words: string[];
}

/** Arguments that make no sense: the command exits with 2 and points to `--help`. */
class UsageError extends Error {}

/**
 * Runs a command when its file is the program, and does nothing when the file is imported.
 *
 * Exit codes: 0, or `process.exitCode` if the command sets it; 1 when it throws, with the message on
 * stderr; 2 for wrong arguments; 130 and 143 for signals. When a program fails that `run` has shown,
 * its exit code is ours, and nothing is added to what it printed.
 *
 * @example
 * await main(import.meta, { options: { write: { type: "boolean" } } }, async ({ values }) => {
 *   if (values.write) await writeTable();
 * });
 */
export async function main<Options extends ParseArgsOptionsConfig = Record<never, never>>(
  meta: ImportMeta,
  expected: Expected<Options>,
  command: (given: Arguments<Options>) => void | Promise<void>,
): Promise<void> {
  if (!meta.main) return;
  // Makes signals end this process in the way that also ends its children.
  onExit(() => {});
  try {
    const given = parseArguments(expected);
    if (given) await command(given);
    else console.log(readHead(meta.filename));
  } catch (error) {
    process.exit(report(error));
  }
}

/** Prints what went wrong, unless that was done. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof RunError && error.isReported) return error.exitCode ?? 1;
  console.error(error instanceof Error ? error.message : error);
  if (!(error instanceof UsageError)) return 1;
  console.error("Run the same command with --help to see what it takes.");
  return 2;
}

/** The arguments of this process; undefined when they ask for help. */
function parseArguments<Options extends ParseArgsOptionsConfig>({
  options,
  words = [],
  args = process.argv.slice(2),
}: Expected<Options>): Arguments<Options> | undefined {
  const { values, positionals } = parse(args, {
    ...options,
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return undefined;
  const unknown = words === "any" ? [] : positionals.filter((word) => !words.includes(word));
  if (unknown.length > 0) {
    const list = words.length > 0 ? ` Known: ${[...words].join(", ")}.` : "";
    refuse(`Unknown: ${unknown.join(", ")}.${list}`);
  }
  // Parsed by the given options and --help, which was handled above.
  return { values: values as Arguments<Options>["values"], words: positionals };
}

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // Node's advice about positional arguments does not apply here.
    return refuse(String(error instanceof Error ? error.message : error).split(". ")[0] ?? "");
  }
}

/** A port from 0 to 65535. @throws UsageError for anything else */
export function readPort(value: string, name: string): number {
  const port = Number(value);
  const isPort = /^\d+$/.test(value) && port <= 65_535;
  return isPort ? port : refuse(`${name} is not a port, a number from 0 to 65535: ${value}`);
}

/** A whole number above 0. @throws UsageError for anything else */
export function readCount(value: string, name: string): number {
  const count = Number(value);
  const isCount = Number.isSafeInteger(count) && count > 0;
  return isCount ? count : refuse(`${name} is not a whole number above 0: ${value}`);
}

/** Ends the command with exit code 2 and this sentence. */
export function refuse(problem: string): never {
  throw new UsageError(problem);
}

/** The comment at the head of a file, without its stars. */
function readHead(file: string): string {
  const [, comment = ""] = /^\/\*\*\n(.*?)\n \*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment.replace(/^ \* ?/gm, "");
}

/**
 * Reads what a command was given. Its help is the comment at the head of its file, `Usage:` included,
 * so that it stands in one place. Whatever a command does not know ends it with 2.
 */
import { readFileSync } from "node:fs";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

interface Expected<Options> {
  /** As in `parseArgs` of node:util; `--help` is there in any case. */
  options?: Options;
  /** Which words may be given beside options: these names, or any. None when it is left out. */
  words?: readonly string[] | "any";
}

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options }>
>["values"];

/**
 * Reads the arguments of this process. `--help` prints the help and ends it with 0.
 *
 * @example
 * const { values, words } = readArguments({
 *   options: { write: { type: "boolean", default: false } },
 *   words: ["types", "client"],
 * });
 */
export function readArguments<Options extends ParseArgsOptionsConfig = Record<never, never>>({
  options,
  words = [],
}: Expected<Options> = {}): { values: Values<Options>; words: string[] } {
  const { values, positionals } = parse({ ...options, help: { type: "boolean", short: "h" } });
  if (values.help) {
    console.log(headOf(readFileSync(process.argv[1] ?? "", "utf8")));
    process.exit(0);
  }
  const unknown = words === "any" ? [] : positionals.filter((word) => !words.includes(word));
  if (unknown.length > 0) {
    const known = words.length > 0 ? ` There are: ${[...words].join(", ")}.` : "";
    refuse(`Not known: ${unknown.join(", ")}.${known}`);
  }
  // Parsed by the options that were given, and --help, which has been dealt with.
  return { values: values as Values<Options>, words: positionals };
}

function parse(options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    // Node's advice about positional arguments is of no use here.
    return refuse(String(error instanceof Error ? error.message : error).split(". ")[0] ?? "");
  }
}

/** A port of 0 to 65535. Anything else ends the command. */
export function readPort(text: string, name: string): number {
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535
    ? port
    : refuse(`${name} is not a port, a number from 0 to 65535: ${text}`);
}

/** A number above 0 without a fraction. Anything else ends the command. */
export function readCount(text: string, name: string): number {
  const count = Number(text);
  return Number.isSafeInteger(count) && count > 0
    ? count
    : refuse(`${name} is not a whole number above 0: ${text}`);
}

/** Says what is wrong with the arguments and where the help is, and ends the command with 2. */
export function refuse(problem: string): never {
  console.error(`${problem}\nRun the same command with --help to see what it takes.`);
  process.exit(2);
}

/** The comment at the head of a script, without its stars. */
function headOf(script: string): string {
  const [, comment = ""] = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(script) ?? [];
  return comment.replace(/^ \* ?/gm, "");
}

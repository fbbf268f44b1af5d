/** Runs programs by name: the cases of `npm run check` and the steps of `npm run release`. */
import { styleText } from "node:util";
import { main, refuse } from "./main.ts";
import { type Failure, tellReasons } from "./reasons.ts";
import { RunError, run } from "./run.ts";

export interface Case {
  /** Its program and arguments, from the root of the repository. */
  command: [program: string, ...args: string[]];
  /** What it takes beside options, such as FILE: then all that follows its name is its own. */
  takes?: string;
  /** What it does, in a line. */
  does: string;
  /** Its time on two cores, and what else it needs besides this checkout. */
  needs: string;
}

/**
 * Runs the cases that this process's arguments name, one after another, and passes options to a
 * single one. Without a name it lists them all.
 */
export async function runCases(meta: ImportMeta, cases: Record<string, Case>): Promise<void> {
  const given = process.argv.slice(2);
  const firstOption = given.findIndex((argument) => argument.startsWith("-"));
  const words = firstOption < 0 ? given : given.slice(0, firstOption);
  const names = cases[given[0] ?? ""]?.takes ? words.slice(0, 1) : words;
  const options = given.slice(names.length);
  const args = names.length > 0 ? names : options;
  await main(meta, { words: Object.keys(cases), args }, async () => {
    if (names.length > 1 && options.length > 0) {
      refuse(`Options go to one case: ${options.join(" ")} would go to ${names.join(", ")}.`);
    }
    if (names.length === 0) return list(cases);
    const failed: Failure[] = [];
    for (const name of names) {
      const [program = "", ...rest] = cases[name]?.command ?? [];
      if (names.length > 1) console.log(styleText("dim", `▸ ${name}`));
      try {
        const keep = names.length > 1;
        await run(program, [...rest, ...options], { interactive: true, keep });
      } catch (error) {
        // Of several, the others run too.
        if (names.length === 1 || !(error instanceof RunError)) throw error;
        if (!error.isReported) console.error(error.message);
        process.exitCode = error.exitCode ?? 1;
        failed.push({ name, reason: error.reason });
      }
    }
    if (names.length === 1) return;
    console.log(`\n${names.length - failed.length} of ${names.length} passed`);
    for (const { name } of failed) console.log(styleText("red", `  failed: ${name}`));
    tellReasons(failed);
  });
}

function list(cases: Record<string, Case>): void {
  const lines = Object.entries(cases).map(([name, { takes, does, needs }]) => ({
    call: takes ? `${name} ${takes}` : name,
    text: `${does} (${needs})`,
  }));
  const width = Math.max(...lines.map(({ call }) => call.length));
  for (const { call, text } of lines) console.log(`  ${call.padEnd(width)}  ${text}`);
}

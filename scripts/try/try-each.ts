/** Tries things one after another and prints how each went. */
import { styleText } from "node:util";
import { refuse } from "@partner-center/lib/main";

export interface Trial {
  name: string;
  /** Why it can't be had on this machine. */
  missing?: string | undefined;
}

/** The option of commands that try several things: those with these names, or all. */
export const only = { only: { type: "string", multiple: true } } as const; // As parseArgs wants.

/** The things that `--only` names. Another name is a wrong argument. */
export function choose<Each extends { name: string }>(
  all: readonly Each[],
  names: readonly string[] = all.map(({ name }) => name),
): Each[] {
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length === 0) return all.filter(({ name }) => names.includes(name));
  return refuse(
    `Unknown: ${unknown.join(", ")}. Known: ${all.map(({ name }) => name).join(", ")}.`,
  );
}

/**
 * Prints a line for each trial, what a failed one threw, and how many succeeded. A failure makes the
 * command exit with 1.
 *
 * @param attempt resolves to the result of a trial in a few words
 */
export async function tryEach<Each extends Trial>(
  title: string,
  trials: readonly Each[],
  attempt: (trial: Each) => Promise<string>,
): Promise<void> {
  const width = Math.max(...trials.map(({ name }) => name.length)) + 2;
  let succeeded = 0;
  for (const trial of trials) {
    const begin = performance.now();
    const tell = (color: "green" | "yellow" | "red", result: string) => {
      const seconds = ((performance.now() - begin) / 1000).toFixed(1);
      const time = styleText("dim", `${seconds} s`);
      console.log(`${trial.name.padEnd(width)}${styleText(color, result)} ${time}`);
    };
    if (trial.missing) {
      tell("yellow", `missing: ${trial.missing}`);
      continue;
    }
    try {
      tell("green", await attempt(trial));
      succeeded += 1;
    } catch (error) {
      tell("red", "failed");
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
  console.log(`${title}: ${succeeded} of ${trials.length} succeeded`);
}

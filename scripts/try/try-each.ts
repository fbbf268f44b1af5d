/** Tries things one after another and prints how each went. */
import { styleText } from "node:util";
import { refuse } from "@partner-center/lib/main";

export interface Trial {
  name: string;
  /** Why it can't be had on this machine, which is a failure in CI alone. */
  missing?: string | undefined;
}

/** The option of commands that try several things: those with these names, or all. */
export const only = { only: { type: "string", multiple: true } } as const; // As parseArgs wants.

/** The things that `--only` names. Another name is a wrong argument. */
export function choose<Each extends { name: string }>(all: readonly Each[], chosen?: string[]) {
  const names = all.map(({ name }) => name);
  const unknown = (chosen ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) refuse(`Unknown: ${unknown.join(", ")}. Known: ${names.join(", ")}.`);
  return all.filter(({ name }) => chosen?.includes(name) ?? true);
}

/**
 * Prints a line for each thing, what a failed attempt threw, and how many succeeded. A failure makes
 * the command exit with 1.
 *
 * @param attempt resolves to the result in a few words
 */
export async function tryEach<Each extends Trial>(
  title: string,
  things: readonly Each[],
  attempt: (thing: Each) => Promise<string>,
): Promise<void> {
  const width = Math.max(...things.map(({ name }) => name.length)) + 2;
  let succeeded = 0;
  for (const thing of things) {
    const begin = performance.now();
    const tell = (color: "green" | "yellow" | "red", result: string) => {
      const time = styleText("dim", `${((performance.now() - begin) / 1000).toFixed(1)} s`);
      console.log(`${thing.name.padEnd(width)}${styleText(color, result)} ${time}`);
    };
    if (thing.missing) {
      tell("yellow", `missing: ${thing.missing}`);
      if (process.env.CI) process.exitCode = 1;
      continue;
    }
    try {
      tell("green", await attempt(thing));
      succeeded += 1;
    } catch (error) {
      tell("red", "failed");
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
  console.log(`${title}: ${succeeded} of ${things.length} succeeded`);
}

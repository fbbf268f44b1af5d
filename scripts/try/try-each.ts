/** Tries things one after another and prints how each went. */
import { styleText } from "node:util";
import { refuse } from "@partner-center/lib/main";

/** Thrown by an attempt at something that can't be had on this machine. Fails in CI alone. */
export class Missing extends Error {}

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
export async function tryEach<Each extends { name: string }>(
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
    try {
      tell("green", await attempt(thing));
      succeeded += 1;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const isMissing = error instanceof Missing;
      tell(isMissing ? "yellow" : "red", isMissing ? `missing: ${message}` : "failed");
      if (!isMissing) console.error(message);
      if (!isMissing || process.env.CI) process.exitCode = 1;
    }
  }
  console.log(`${title}: ${succeeded} of ${things.length} succeeded`);
}

/** How measurements are reported: medians with their range, ratios, tables. */

/** One family of measurements: what `npm run bench` prints and keeps. */
export interface Family {
  title: string;
  /** What the reader should know to judge the figures: how they were taken, what was aimed at. */
  notes: string[];
  tables: Table[];
  /** What must not get worse: ratios of one run, and sizes in bytes. Lower is better in all. */
  watched?: Record<string, number>;
  /** What could not be measured, and why. */
  failures?: string[];
}

/** The head, then the rows. */
export type Table = (string | number)[][];

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}

/** The median, and in brackets what the values lie between. */
export function formatRange(values: number[], unit: string, digits = 0): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const [middle, low, high] = [median(values), Math.min(...values), Math.max(...values)].map(
    (value) => value.toLocaleString("en", format),
  );
  return `${middle} ${unit} (${low}–${high})`;
}

/** Measurements of two things taken in turn: the ratio of each pair. */
export function ratios(ours: number[] = [], theirs: number[] = []): number[] {
  return ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
}

/**
 * Measures several things in turn, so that a slow moment of the machine affects all of them.
 *
 * @returns what was measured, round by round, by the name of the thing
 */
export async function inTurn<Thing, Value>(
  rounds: number,
  things: Record<string, Thing>,
  measure: (thing: Thing) => Value | Promise<Value>,
): Promise<Record<string, Value[]>> {
  const values: Record<string, Value[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, thing] of Object.entries(things)) {
      values[name] = [...(values[name] ?? []), await measure(thing)];
    }
  }
  return values;
}

/** A table of measurements taken in turn, and how many times as much they are as those of `base`. */
export function compareTable(
  head: [things: string, measured: string, ratio: string],
  measured: Record<string, number[]>,
  base: number[] | undefined,
  [unit, digits]: [unit: string, digits: number],
): Table {
  const rows = Object.entries(measured).map(([name, values]) => [
    name,
    formatRange(values, unit, digits),
    formatRange(ratios(values, base), "×", 2),
  ]);
  return [head, ...rows];
}

/** The seconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

/** A table as Markdown, padded so that it reads in a terminal as well. */
export function markdown(table: Table): string {
  const [head = [], ...rows] = table.map((row) => row.map(String));
  const widths = head.map((_, index) =>
    Math.max(...[head, ...rows].map((row) => row[index]?.length ?? 0)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows]
    .map((row) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`)
    .join("\n");
}

/** Ratios of one run still vary with the machine; sizes don't. */
const tolerance = 1.3;

/**
 * Names each figure that got worse: a ratio by more than 30 %, a size (its name ends with "bytes")
 * at all. A figure that was not kept is no reason to fail; nor is one that was not measured, because
 * families can be run alone.
 */
export function compareWithBaseline(
  measured: Record<string, number>,
  kept: Record<string, number>,
): string[] {
  return Object.entries(measured).flatMap(([name, value]) => {
    const limit = (kept[name] ?? Infinity) * (name.endsWith("bytes") ? 1 : tolerance);
    const round = (figure: number) => Number(figure.toFixed(2));
    return value > limit ? [`${name}: ${round(value)}, at most ${round(limit)}`] : [];
  });
}

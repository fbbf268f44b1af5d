/** What measurements are told in: figures with their spread, tables, families of them. */

/** Several measurements of one thing. */
export interface Figure {
  median: number;
  low: number;
  high: number;
}

/** One family of measurements: what `npm run bench` prints and keeps. */
export interface Family {
  title: string;
  /** What the reader should know to judge the figures: how they were taken, what was aimed at. */
  notes: string[];
  tables: Table[];
  /** By file name, without a folder. */
  plots?: Record<string, string>;
  /** What must not get worse: ratios of one run, and sizes in bytes. Lower is better in all. */
  watched?: Record<string, number>;
}

export interface Table {
  columns: string[];
  rows: (string | number)[][];
}

export function figureOf(values: number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  const below = sorted[Math.floor(middle)] ?? Number.NaN;
  const above = sorted[Math.ceil(middle)] ?? Number.NaN;
  return { median: (below + above) / 2, low: at(0), high: at(1) };
}

/** The median, and in brackets what it lay between. */
export function tell(figure: Figure, unit: string, digits = 0): string {
  const [median, low, high] = [figure.median, figure.low, figure.high].map((value) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return `${median} ${unit} (${low}–${high})`;
}

/** Measurements of two things taken in turn: the ratio of each pair. */
export function ratioOf(ours: number[], theirs: number[]): Figure {
  return figureOf(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)));
}

/** A table as Markdown, padded so that it reads in a terminal as well. */
export function markdown({ columns, rows }: Table): string {
  const lines = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  const format = (line: string[]) =>
    `| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [format(columns), rule, ...lines.slice(1).map(format)].join("\n");
}

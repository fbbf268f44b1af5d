/** The lines that the check of the site prints: each figure beside its limit. */
import { styleText } from "node:util";

interface Figure {
  name: string;
  measured: string;
  must: string;
  holds: boolean;
  details?: readonly string[];
}

const figures: Figure[] = [];

/** Prints a figure. */
export function report(figure: Figure): void {
  figures.push(figure);
  const mark = figure.holds ? styleText("green", "✓") : styleText("red", "✗");
  console.log(`${mark} ${figure.name.padEnd(46)} ${figure.measured.padEnd(30)} ${figure.must}`);
  for (const detail of figure.details?.slice(0, 20) ?? []) console.log(`    ${detail}`);
}

/** Prints how many findings there are, of which there must be none. */
export const reportNone = (name: string, findings: readonly string[]): void =>
  report({
    name,
    measured: `${findings.length}`,
    must: "0",
    holds: findings.length === 0,
    details: findings,
  });

/** Prints how many figures hold, and fails the command when one does not. */
export function reportSummary(): void {
  const missed = figures.filter(({ holds }) => !holds);
  console.log(`\nfigures: ${figures.length - missed.length} of ${figures.length} hold`);
  if (missed.length > 0) process.exitCode = 1;
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

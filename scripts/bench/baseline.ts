/** How much worse than the kept figures is too much. */

/** Ratios of one run still move with the machine; sizes don't. */
const tolerance = 1.3;

/**
 * Names each figure that got worse: a ratio by more than 30 %, a size (its name ends with "bytes")
 * at all. A figure that is not kept yet is no reason to fail; one that was kept and not measured
 * this time isn't either, for families can be run alone.
 */
export function compareWithBaseline(
  measured: Record<string, number>,
  kept: Record<string, number>,
): string[] {
  return Object.entries(measured).flatMap(([name, value]) => {
    const before = kept[name];
    if (before === undefined) return [];
    const limit = name.endsWith("bytes") ? before : before * tolerance;
    const tell = (figure: number) => Number(figure.toFixed(2));
    return value > limit ? [`${name}: ${tell(value)}, at most ${tell(limit)}`] : [];
  });
}

/** How much of the contract occurs in a recording, as `redocly drift` counts it. */
export type Coverage = {
  /** How many occur, of how many, by kind. */
  totals: { [kind in Kind]: { covered: number; total: number } };
  /** A description of each part that does not occur. */
  missing: string[];
};

type Kind = (typeof kinds)[number];

const kinds = ["operations", "parameters", "properties", "responses"] as const;

/**
 * Reads the JSON that `redocly drift --coverage-output` writes. The command is experimental: what
 * this function does not understand is an error, never a coverage.
 */
export function readCoverage(text: string): Coverage {
  const report: DriftCoverage = JSON.parse(text);
  if (report.version !== 1) {
    throw new Error(
      `redocly drift now writes version ${report.version} of its coverage: adapt spec/checks/coverage.ts.`,
    );
  }
  for (const kind of kinds) {
    const { covered, total } = report.totals?.[kind] ?? {};
    if (!Number.isInteger(covered) || !Number.isInteger(total) || total === 0) {
      throw new Error(`redocly drift gives no figures for ${kind}.`);
    }
  }
  const missing = report.operations.flatMap(({ operationId, missing }) =>
    missing.map(({ kind, name, target, status, path }) =>
      [operationId, status ?? target, kind, name ?? path].filter(Boolean).join(" "),
    ),
  );
  return { totals: report.totals, missing };
}

type DriftCoverage = {
  version: number;
  totals: Coverage["totals"];
  operations: {
    operationId: string;
    missing: { kind: string; name?: string; target?: string; status?: string; path?: string }[];
  }[];
};

/** Whether everything occurs. */
export function isComplete({ totals, missing }: Coverage): boolean {
  return missing.length === 0 && kinds.every((kind) => totals[kind].covered === totals[kind].total);
}

/** One line a kind, such as "parameters  7 of 7, 100 %", and what is missing. */
export function describeCoverage({ totals, missing }: Coverage): string {
  const lines = kinds.map((kind) => {
    const { covered, total } = totals[kind];
    const percentage = Math.floor((100 * covered) / total);
    return `${kind.padEnd(10)}  ${covered} of ${total}, ${percentage} %`;
  });
  return [...lines, ...missing.map((item) => `missing: ${item}`)].join("\n");
}

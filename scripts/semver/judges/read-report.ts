/** Parses what a judge printed. @throws when it is not what the judge's version is known to print */
export function readReport<Report>(
  judge: string,
  output: string,
  isReport: (value: unknown) => value is Report,
): Report {
  try {
    const report: unknown = JSON.parse(output);
    if (isReport(report)) return report;
  } catch {
    // Not JSON: reported below.
  }
  throw new Error(`The output of ${judge} is not understood: ${output.slice(0, 200) || "none"}`);
}

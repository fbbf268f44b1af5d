/** What the live check found, as lines for a terminal and as Markdown for an issue. */

/** One call to the service. */
export interface CallResult {
  /** The name of its step in the workflow. */
  step: string;
  /** Undefined when there was no response. */
  status: number | undefined;
  /** Where the response differs from the contract. Nothing in it is a customer's. */
  deviations: string[];
}

/** The differences of a call, each once, with how often it was found. */
function linesOf({ deviations }: CallResult): string[] {
  return [...new Set(deviations)].map((deviation) => {
    const times = deviations.filter((each) => each === deviation).length;
    return times > 1 ? `${deviation} (${times} times)` : deviation;
  });
}

function titleOf({ step, status }: CallResult): string {
  return `${step}: ${status === undefined ? "no response" : `status ${status}`}`;
}

/** How many differences the calls found; each counts once a call. */
export function countDeviations(calls: readonly CallResult[]): number {
  return calls.flatMap(linesOf).length;
}

function summarise(calls: readonly CallResult[]): string {
  const responses = calls.filter(({ status }) => status !== undefined).length;
  return `${responses} of ${calls.length} responses, ${countDeviations(calls)} deviations`;
}

/** The lines for a terminal. */
export function renderText(calls: readonly CallResult[]): string {
  const lines = calls.flatMap((call) => [
    titleOf(call),
    ...linesOf(call).map((line) => `  ${line}`),
  ]);
  return [...lines, `live: ${summarise(calls)}`].join("\n");
}

/** The body of an issue. @param version of the contract */
export function renderMarkdown(calls: readonly CallResult[], version: string): string {
  const parts = calls
    .filter(({ deviations }) => deviations.length > 0)
    .map((call) => `### ${titleOf(call)}\n\n\`\`\`text\n${linesOf(call).join("\n")}\n\`\`\``);
  return [
    `The service differs from the contract, version ${version}: ${summarise(calls)}.`,
    ...parts,
    "`npm run check -- live` made these calls. What the service does on purpose goes into `spec/`, marked " +
      "`x-addition` where the vendor's page lacks it. Customers' data is left out of this report.",
  ]
    .join("\n\n")
    .concat("\n");
}

/** What the gate has to say, in one shape for every format. */
import { formatKey } from "./accepted.ts";
import type { GateResult, LocatedChange } from "./gate.ts";
import { changesetArguments, scope } from "./pending.ts";
import { type Bumps, byPackage, isHigher, packages } from "./policy.ts";
import { summarizeForUpgrade } from "./upgrade-notes.ts";

export interface Report {
  /** What was compared with what, without a full stop. */
  compared: string;
  /** The version that the changes are counted from; null before the first release. */
  release: string | null;
  /** What the revision was compared with; null when there was nothing. */
  base: string | null;
  /** What the changes ask for. */
  bump: Bumps;
  /** What the changesets ask for; absent when the revision is not the working tree. */
  pending?: Bumps;
  changes: LocatedChange[];
  /** A sentence without a full stop for each part that no judge could compare. */
  notCompared: string[];
  /** Sentences about what is odd and stops nobody. */
  notes: string[];
  /** What the gate stops for. */
  problems: Problem[];
  /** The changeset that was written for it. */
  written?: string;
}

export interface Problem {
  /** What is wrong, as a sentence. */
  message: string;
  /** How to go on, as a sentence ... */
  advice: string;
  /** ... about a command. */
  command?: string;
  /** Where it is, relative to the repository's root. */
  at?: { file: string; line: number };
}

/** Where there is nothing to compare with. */
export const nothingCompared: Report = {
  compared:
    "Not compared: nothing was released yet, and the main branch, to compare with, is missing here; " +
    "a git clone has it.",
  release: null,
  base: null,
  bump: byPackage(() => "none"),
  changes: [],
  notCompared: [],
  notes: [],
  problems: [],
};

/** Who notices a change, in words. */
export const audience: Record<LocatedChange["affects"], string> = {
  wire: "programs that talk to the service (wire)",
  types: "code that is compiled against the types (types)",
  both: "programs that talk to the service, and code that is compiled against the types (both)",
  none: "no code",
};

/** `types minor, client minor, docs patch` */
export function formatBumps(bumps: Bumps): string {
  return packages.map((name) => `${name} ${bumps[name]}`).join(", ");
}

/** On the working tree. */
export function reportOn(result: GateResult): Report {
  const { base, release = null, changes, needed, pending } = result;
  return {
    compared:
      release === null
        ? `Nothing was released yet; compared with ${base}`
        : `since ${release}, from ${base}`,
    release,
    base,
    bump: needed,
    pending,
    changes,
    notCompared: [],
    notes: notesOn(result),
    problems: problemsOf(result),
  };
}

function notesOn({ lacking, needed, notes, pending, unused }: GateResult): string[] {
  const isEnough = Object.keys(lacking).length === 0;
  const generous = packages.filter((name) => isEnough && isHigher(pending[name], needed[name]));
  return [
    ...notes,
    ...generous.map(
      (name) =>
        `The changesets ask for ${pending[name]} of ${name}; the contract for ${needed[name]}.`,
    ),
    ...unused.map(
      (record) => `The accepted break ${formatKey(record)} is not a change; remove it.`,
    ),
  ];
}

function problemsOf({ changes, lacking, expired, strangers }: GateResult): Problem[] {
  const problems = expired.map((record) => ({
    message: `The accepted break ${formatKey(record)} expired on ${record.expires} (${record.reason}).`,
    advice: "Release it as major, or give scripts/semver/accepted-breaks.json another day.",
  }));
  const unknown = strangers.map(({ name, file, line }) => ({
    message: `The changeset ${file} is for ${name}, which is not a package that is published here.`,
    advice: `Those are ${packages.map((known) => scope + known).join(", ")}.`,
    at: { file, line },
  }));
  if (Object.keys(lacking).length === 0) return [...unknown, ...problems];
  const command = ["npx changeset add", ...changesetArguments(lacking)].join(" ");
  const tooLow = {
    message: "The pending changesets ask for too little.",
    advice: "Let the gate write what is missing (`npm run semver -- --write`), or run:",
    command: `${command} -m ${quote(summarizeForUpgrade(changes))}`,
  };
  return [...unknown, ...problems, tooLow];
}

/** A value in one line. */
export function shorten(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** For a shell: backticks and dollars mean nothing in single quotes. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

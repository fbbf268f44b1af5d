import type { Finding } from "./finding.ts";

/** What a validator notices in one value, without calling it wrong. */
export interface Notices {
  found: Finding[];
  /** How often the value breaks the letter of the contract all the same. */
  tolerated: number;
}

/** How many notices of one value there are at most. */
const most = 100;

/** Takes a notice of a value, or of its property of that name. */
export function notice(
  notices: Notices,
  pointer: string,
  message: string,
  isTolerated: boolean,
  property?: string,
): void {
  if (isTolerated) notices.tolerated++;
  if (notices.found.length >= most) return;
  const last = property?.replace(/~/g, "~0").replace(/\//g, "~1");
  notices.found.push({ pointer: last === undefined ? pointer : `${pointer}/${last}`, message });
}

/** Takes a notice of each property beyond those of these names. */
export function noticeUnknown(
  notices: Notices,
  pointer: string,
  value: object,
  names: ReadonlySet<string>,
  isTolerated: boolean,
  patterns: readonly RegExp[] = [],
): void {
  for (const key in value) {
    if (names.has(key) || patterns.some((pattern) => pattern.test(key))) continue;
    notice(notices, pointer, "is not in the contract", isTolerated, key);
  }
}

/** The same where a schema around this one may know the properties, and takes the notices. */
export function tolerateUnknown(
  notices: Notices,
  value: object,
  names: ReadonlySet<string>,
  patterns?: readonly RegExp[],
): void {
  const { tolerated } = { ...notices };
  const unknown: Notices = { found: [], tolerated };
  noticeUnknown(unknown, "", value, names, true, patterns);
  notices.tolerated = unknown.tolerated;
}

import type { Notices } from "./notices.ts";

/** How many findings there are at most: a body that has more is wrong as a whole. */
export const mostFindings = 100;

/** What a compiled validator reports about one place. */
export interface ValidatorError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly message: string;
  /** Only of keywords that tell one kind of object from another. */
  readonly keyword?: string | undefined;
}

/** A compiled validator: tells whether a value fits, and leaves what does not in `errors`. */
export interface Validator {
  (this: Notices, value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

/** Adds an error to those of a validator so far. */
export function fail(
  errors: ValidatorError[] | null,
  instancePath: string,
  message: string,
  keyword?: string,
): ValidatorError[] {
  const found = errors ?? [];
  found.push({ instancePath, message, keyword });
  return found;
}

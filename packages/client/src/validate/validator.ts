/** How many findings there are at most: a body that has more is wrong as a whole. */
export const mostFindings = 100;

/** What a compiled validator says of one place, in AJV's terms. */
export interface ValidatorError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Takes what is not a violation, but worth a notice. */
export interface NoticeTaker {
  /** Of a value, or of its property of that name. */
  notice(pointer: string, message: string, property?: string): void;
}

/** A compiled validator: tells whether a value fits, and leaves what does not in `errors`. */
export interface Validator {
  (this: NoticeTaker, value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

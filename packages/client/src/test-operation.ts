/** How a test fetch responds to an operation. */
export interface TestOperation {
  readonly method: string;
  /** The path of a URL, without that of a server. */
  readonly path: RegExp;
  /** By status, as in the contract; successes first. */
  readonly responses: readonly {
    readonly status: string;
    /** Undefined for a response without a body. */
    readonly mediaType?: string;
    /** The contract's example values; null where it has none. */
    readonly headers: Readonly<Record<string, string | null>>;
    readonly examples: readonly string[];
  }[];
}

/** What tells a response of one's own from responses by operation. */
export const customParts: readonly string[] = ["example", "status", "headers", "body"];

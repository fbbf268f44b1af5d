import type { Validator } from "../findings/validator.ts";
import { createReport, parsePointer } from "./report.ts";

/** The part of [Standard Schema](https://standardschema.dev) 1 that this package offers. */
export interface StandardSchema<Output> {
  /** What libraries that take a schema look for. */
  readonly "~standard": {
    /** The version of Standard Schema. */
    readonly version: 1;
    /** Who made the schema. */
    readonly vendor: "@partner-center/client";
    /** Gives the value itself, unchanged, or says why it does not fit. */
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** Input and output type; not there at run time. */
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** What a schema says of a value. */
export type StandardResult<Output> =
  | {
      /** The value, when it fits. */
      readonly value: Output;
      readonly issues?: undefined;
    }
  | {
      /** Why it does not fit. */
      readonly issues: readonly StandardIssue[];
    };

/** One reason why a value does not fit. */
export interface StandardIssue {
  /** The reason. */
  readonly message: string;
  /** The path to the value, from the outside in. */
  readonly path: readonly (string | number)[];
}

/** The schema that a validator compares with. */
export function createSchema(validator: Validator): StandardSchema<unknown> {
  return {
    "~standard": {
      version: 1,
      vendor: "@partner-center/client",
      validate(value) {
        const { violations } = createReport(value, validator);
        // The value is not changed.
        if (!violations.length) return { value };
        const issues = violations.map(({ pointer, message }) => ({
          message: `${pointer} ${message}`.trimStart(),
          path: parsePointer(value, pointer),
        }));
        return { issues };
      },
    },
  };
}

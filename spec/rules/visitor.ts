/** The part of Redocly's rule interface that our rules use; the CLI ships no types. */
import type { Reference, Response, Schema } from "../openapi.ts";

export type SchemaVisitor = {
  Schema: (
    schema: Record<string, unknown>,
    context: {
      /** A JSON pointer to the schema, within its own file. */
      location: { pointer: string };
      report: (problem: { message: string }) => void;
    },
  ) => void;
};

export type ResponseVisitor = {
  Response: (
    response: Response,
    context: {
      location: Location;
      report: (problem: { message: string; location: Location }) => void;
      /** What a reference in a file leads to; nothing where it is broken, which is another finding. */
      resolve: (reference: Reference, file: string) => { node?: Schema; location: Location };
    },
  ) => void;
};

/** A place in a file. */
export type Location = {
  /** File and JSON pointer. */
  absolutePointer: string;
  source: { absoluteRef: string };
  child: (parts: string[]) => Location;
};

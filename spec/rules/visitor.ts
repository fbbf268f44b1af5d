/** The part of Redocly's rule interface that our rules use; the CLI ships no types. */
import type { Reference, Response, Schema } from "../openapi.ts";

export type SchemaVisitor = {
  Schema: (schema: Record<string, unknown>, context: VisitorContext) => void;
};

export type ResponseVisitor = {
  Response: (response: Response, context: VisitorContext) => void;
};

type VisitorContext = {
  /** Where the visited object is. */
  location: Location;
  /** At the visited object, unless another location is given. */
  report: (problem: { message: string; location?: Location }) => void;
  /** What a reference in a file leads to; nothing where it is broken, which is a finding of its own. */
  resolve: (
    reference: Reference,
    file: string,
  ) => { node: Schema; location: Location } | { node: undefined; location: undefined };
};

export type Location = {
  /** A JSON pointer, within its own file. */
  pointer: string;
  absolutePointer: string;
  source: { absoluteRef: string };
  child: (parts: string[]) => Location;
};

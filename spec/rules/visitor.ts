/** The part of Redocly's rule interface that our rules use; the CLI ships no types. */
export type SchemaVisitor = {
  Schema: (schema: Record<string, unknown>, context: VisitorContext) => void;
};

type VisitorContext = {
  /** A JSON pointer to the schema, within its own file. */
  location: { pointer: string };
  report: (problem: { message: string }) => void;
};

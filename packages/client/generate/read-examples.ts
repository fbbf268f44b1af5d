/** Finds the examples of a contract's responses, and what a response is made of beside its body. */
import {
  type Contract,
  type Example,
  type Header,
  isJson,
  jsonOf,
  type MediaType,
  type PlacedOperation,
  type Refuse,
  type Response,
  referenceName,
  resolve,
  responsesOf,
} from "@partner-center/spec";

/** An example of a response. */
export interface NamedExample {
  name: string;
  /** As in the contract: `200`, `2XX` or `default`. */
  status: string;
  /** The schema of the body, and where the types have it. */
  schema: MediaType["schema"];
  mediaType: string;
  example: Example;
  /** The component that several responses may share. */
  component: string | undefined;
}

/** A response as a test fetch sends it. */
export interface ReadResponse {
  status: string;
  /** Undefined for a response without a body. */
  mediaType: string | undefined;
  /** The example values of the headers; null where the contract has none. */
  headers: Record<string, string | null>;
  examples: NamedExample[];
}

/** What a test fetch takes in place of an example. */
const faults = ["timeout", "reset", "cut"];

/** The responses of an operation: successes first, then in the contract's order. */
export function readResponses(
  contract: Contract,
  { operation, path, method }: PlacedOperation,
  refuse: Refuse,
): ReadResponse[] {
  const successes = responsesOf(contract, operation, "success").map(([status]) => status);
  const statuses = Object.keys(operation.responses ?? {});
  const ordered = [...successes, ...statuses.filter((status) => !successes.includes(status))];
  const taken = new Map<string, NamedExample>();
  return ordered.map((status) => {
    const response: Response = resolve(contract, operation.responses?.[status] ?? {});
    const [mediaType, media] = mediaTypeOf(response);
    const place = ["paths", path, method, "responses", status];
    const found = mediaType ? readExamples(contract, media, { status, mediaType }) : [];
    const examples = found.filter((each) => {
      const other = taken.get(each.name);
      const isSame = JSON.stringify(other?.example.value) === JSON.stringify(each.example.value);
      const problem = faults.includes(each.name)
        ? "is called like a fault of createTestFetch"
        : each.example.value === undefined
          ? "has no value"
          : other && !isSame
            ? `is another one under ${other.status}`
            : undefined;
      const wayOut = problem === "has no value" ? "write its value into the contract" : "rename it";
      if (problem) refuse(place, `the example "${each.name}" ${problem}`, wayOut);
      if (!problem && !other) taken.set(each.name, each);
      return !problem;
    });
    return { status, mediaType, headers: readHeaders(contract, response), examples };
  });
}

/** The media type of a body: JSON if it can be. */
function mediaTypeOf({ content = {} }: Response): [string | undefined, MediaType] {
  const json = jsonOf(content);
  const [first] = Object.keys(content);
  const name = Object.keys(content).find((each) => content[each] === json) ?? first;
  return [name, (name === undefined ? undefined : content[name]) ?? {}];
}

/** An example without a name is called after its status: `example-200`. */
function readExamples(
  contract: Contract,
  media: MediaType,
  { status, mediaType }: { status: string; mediaType: string },
): NamedExample[] {
  const { schema, examples = {} } = media;
  const common = { status, schema, mediaType };
  const named = Object.entries(examples).map(([name, example]) => ({
    ...common,
    name,
    example: resolve(contract, example),
    component: "$ref" in example ? referenceName(example) : undefined,
  }));
  if (named.length > 0) return named;
  const { example, examples: [ofSchema] = [] } = schema ? resolve(contract, schema) : {};
  const value = media.example ?? (isJson(mediaType) ? (example ?? ofSchema) : undefined);
  const name = `example-${status}`;
  return value === undefined ? [] : [{ ...common, name, example: { value }, component: undefined }];
}

function readHeaders(contract: Contract, { headers = {} }: Response) {
  const values = Object.entries(headers).map(([name, reference]) => {
    const { example, schema = {} }: Header = resolve(contract, reference);
    const of = resolve(contract, schema);
    const value = example ?? of.example ?? of.examples?.[0] ?? of.default;
    return [name.toLowerCase(), value === undefined ? null : String(value)];
  });
  return Object.fromEntries(values);
}

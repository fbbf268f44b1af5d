/** The bodies and headers of an operation: schemas that come or go, and how values are written. */
import type { JsonObject } from "@partner-center/spec";
import type { Direction } from "../directions.ts";
import type { OperationPair } from "./operations.ts";
import { inside, type Pair, pairInside, pairsInside } from "./part.ts";
import type { Report } from "./report.ts";
import type { CompareSchemas } from "./schemas.ts";

export function compareBodies(
  operation: OperationPair,
  compareSchemas: CompareSchemas,
  report: Report,
): void {
  const sent = operation.isCalledBack ? "reading" : "writing";
  const received = operation.isCalledBack ? "writing" : "reading";
  const request = pairInside(operation, "requestBody");
  if (request) compareContent(request, sent);
  for (const response of pairsInside(operation, "responses")) {
    compareContent(response, received);
    for (const header of pairsInside(response, "headers")) {
      compareStyle(header, "simple", pairInside(header, "schema"));
    }
  }

  function compareContent(body: Pair, direction: Direction) {
    for (const media of pairsInside(body, "content")) {
      comparePresence(media, direction);
      const schema = pairInside(media, "schema");
      if (schema) compareSchemas(schema, direction, isXml(media.key));
      if (isForm(media.key)) compareEncodings(media, schema);
    }
  }

  /** Without a schema, a body may be anything. */
  function comparePresence({ old, new: new_ }: Pair, direction: Direction) {
    const [had, has] = [hasSchema(old.value.schema), hasSchema(new_.value.schema)];
    if (had === has) return;
    const breaks = has ? "body-restricted" : "body-opened";
    const words = has === (direction === "writing") ? breaks : "body-refined";
    const sentence = has ? "the body has a schema now" : "the body has no schema any more";
    report(words, new_.place, sentence, { keyword: "schema" });
  }

  function compareEncodings(media: Pair, schema: Pair | undefined) {
    const names = [media.old, media.new].flatMap(({ value }) =>
      Object.keys(Object(value.encoding)),
    );
    for (const name of new Set(names)) {
      const property = schema && pairInside(schema, "properties", name);
      if (!property) continue; // A property that is new or gone is reported as such.
      const of = (side: "old" | "new") => {
        const at = inside(media[side], "encoding", name);
        const there = at ?? {
          ...media[side],
          place: [...media[side].place, "encoding"],
          value: {},
        };
        const contentType = contentTypeOf(property[side].value);
        return { ...there, value: { contentType, ...there.value } };
      };
      compareStyle({ old: of("old"), new: of("new") }, "form", property);
    }
  }

  /** With the defaults written out: `explode` depends on `style`. */
  function compareStyle(
    { old, new: new_ }: Pair,
    style: "form" | "simple",
    schema: Pair | undefined,
  ) {
    const full = (value: JsonObject): JsonObject => {
      const explode = (value.style ?? style) === "form";
      return { contentType: undefined, style, explode, allowReserved: false, ...value };
    };
    const [before, after] = [full(old.value), full(new_.value)];
    for (const keyword of ["contentType", "allowReserved", ...styledBy(schema, after.style)]) {
      if (before[keyword] === after[keyword]) continue;
      const name = new_.place.at(-1);
      const values = { keyword, old: before[keyword], new: after[keyword] };
      report("serialization-changed", new_.place, `\`${keyword}\` of \`${name}\` changed`, values);
    }
  }
}

/** What decides how a value is written: nothing of a string or number, which has one way. */
function styledBy(schema: Pair | undefined, style: unknown): string[] {
  const types = new Set([schema?.old.value.type, schema?.new.value.type].flat());
  if ([...types].every((type) => plainTypes.has(type))) return [];
  const isList = types.size === 1 && types.has("array");
  return isList && style === "simple" ? ["style"] : ["style", "explode"];
}

const plainTypes = new Set<unknown>(["string", "number", "integer", "boolean", "null"]);

/** An empty schema, or `true`, is none. */
function hasSchema(schema: unknown): boolean {
  return schema !== undefined && schema !== true && Object.keys(Object(schema)).length > 0;
}

/** `application/xml`, `application/atom+xml; charset=utf-8` */
const isXml = (mediaType: string): boolean => /^[^;]+[/+]xml *(;|$)/i.test(mediaType);

const isForm = (mediaType: string): boolean =>
  /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType);

/** What a part of a form is sent as when nothing else is said. */
function contentTypeOf(schema: JsonObject): string {
  const { type, format, items, contentEncoding } = schema;
  if (type === "object") return "application/json";
  if (type === "array") return contentTypeOf(Object(items));
  const isBinary = format === "binary" || contentEncoding !== undefined;
  return isBinary ? "application/octet-stream" : "text/plain";
}

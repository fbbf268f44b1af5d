/** The part of Redocly's visitor interface that this preprocessor uses; the CLI ships no types. */
interface BodyVisitor {
  Response: (body: Body) => void;
  RequestBody: (body: Body) => void;
}

type Body = { content?: { [mediaType: string]: MediaType } };

type MediaType = { examples?: { [name: string]: unknown } };

/**
 * Copies the examples of a body from application/json, where they are listed, to its other media
 * types: all of them to text/json, the first to XML, which the mock derives from the JSON.
 */
export function mediaTypeExamples(): BodyVisitor {
  return { Response: copyExamples, RequestBody: copyExamples };
}

function copyExamples({ content = {} }: Body): void {
  const listed = Object.entries(content["application/json"]?.examples ?? {});
  if (listed.length === 0) return;
  for (const [name, mediaType] of Object.entries(content)) {
    const examples = name.endsWith("json") ? listed : listed.slice(0, 1);
    mediaType.examples ??= structuredClone(Object.fromEntries(examples));
  }
}

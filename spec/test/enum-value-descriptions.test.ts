import { expect, test } from "vitest";
import { enumValueDescriptions } from "../rules/enum-value-descriptions.ts";

function findings(schema: Record<string, unknown>): string[] {
  const messages: string[] = [];
  enumValueDescriptions().Schema(schema, {
    location: { pointer: "#/" },
    report: ({ message }) => messages.push(message),
  });
  return messages;
}

const kind = { enum: ["short"], "x-enumDescriptions": { short: "Not long." } };

test("an enum whose values are described has no findings", () => {
  expect(findings(kind)).toEqual([]);
  expect(findings({ ...kind, "x-orderProgress": { short: "done" } })).toEqual([]);
  expect(findings({ ...kind, "x-enumAdditions": { short: "https://example.com" } })).toEqual([]);
});

test("one error names everything that a new value needs", () => {
  const status = { ...kind, enum: ["short", "long"], "x-orderProgress": { short: "done" } };
  expect(findings(status)).toEqual([
    '"long" has no line in x-enumDescriptions and none in x-orderProgress. A new value also needs ' +
      "a Polish description in overlays/pl.yaml, an example (in components/examples or in the " +
      "enum's examples), and, if the vendor's page does not list it, its source in x-enumAdditions.",
  ]);
});

test.each(["x-enumDescriptions", "x-enumAdditions", "x-orderProgress"])(
  "a line in %s of what is not a value is an error",
  (map) => {
    const more = { short: "done", long: "done" };
    expect(findings({ ...kind, [map]: more })).toEqual([
      `${map}: "long" is not a value of this enum.`,
    ]);
  },
);

test("a progress that the client does not know is an error", () => {
  expect(findings({ ...kind, "x-orderProgress": { short: "soon" } })).toEqual([
    'x-orderProgress: "short" must be one of done, waiting, failed, unknown.',
  ]);
});

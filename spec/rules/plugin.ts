import { enumValueDescriptions } from "./enum-value-descriptions.ts";
import { mediaTypeExamples } from "./media-type-examples.ts";
import { noRequiredProperties } from "./no-required-properties.ts";
import { schemaDescription } from "./schema-description.ts";
import { schemaOrigin } from "./schema-origin.ts";

/** The rules that redocly.yaml can't express, and the copying of examples. */
export default () => ({
  id: "contract",
  preprocessors: { oas3: { "media-type-examples": mediaTypeExamples } },
  rules: {
    oas3: {
      "enum-value-descriptions": enumValueDescriptions,
      "no-required-properties": noRequiredProperties,
      "schema-description": schemaDescription,
      "schema-origin": schemaOrigin,
    },
  },
});

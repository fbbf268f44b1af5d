import { enumValueDescriptions } from "./enum-value-descriptions.ts";
import { schemaDescription } from "./schema-description.ts";
import { schemaOrigin } from "./schema-origin.ts";

/** The rules for which redocly.yaml has no words of its own. */
export default () => ({
  id: "contract",
  rules: {
    oas3: {
      "enum-value-descriptions": enumValueDescriptions,
      "schema-description": schemaDescription,
      "schema-origin": schemaOrigin,
    },
  },
});

/**
 * Edits of the real contract, each with the versions that it must ask for. The verdicts come from
 * policy.md and from what the edit does to readers of responses and writers of requests, never from
 * what a tool says.
 */
import { arrays } from "./arrays.ts";
import { calledExample } from "./called-example.ts";
import { credentials } from "./credentials.ts";
import { directions } from "./directions.ts";
import { documentation } from "./documentation.ts";
import { enums } from "./enums.ts";
import { indexSignatures } from "./index-signatures.ts";
import { loosened } from "./loosened.ts";
import { names } from "./names.ts";
import { newProperties } from "./new-properties.ts";
import { nulls } from "./null.ts";
import { oauth, securityOfCalls } from "./oauth.ts";
import type { Pair } from "./pair.ts";
import { parameters } from "./parameters.ts";
import { readOnlyProperties } from "./read-only.ts";
import { removedProperties } from "./removed-properties.ts";
import { requests } from "./requests.ts";
import { required } from "./required.ts";
import { responses } from "./responses.ts";
import { retypedProperties } from "./retyped-properties.ts";
import { rewritten } from "./rewritten.ts";
import { selfReferences } from "./self-references.ts";
import { serialization } from "./serialization.ts";
import { servers } from "./servers.ts";
import { toolMistakes } from "./tool-mistakes.ts";
import { unchanged } from "./unchanged.ts";
import { xml } from "./xml.ts";

export const corpus: Pair[] = [
  ...removedProperties,
  ...retypedProperties,
  ...arrays,
  ...nulls,
  ...required,
  ...enums,
  ...newProperties,
  ...requests,
  ...indexSignatures,
  ...parameters,
  ...responses,
  ...names,
  ...credentials,
  ...documentation,
  ...toolMistakes,
  ...loosened,
  ...directions,
  ...rewritten,
  ...selfReferences,
  ...oauth,
  ...securityOfCalls,
  ...servers,
  ...readOnlyProperties,
  ...serialization,
  ...xml,
  ...calledExample,
  ...unchanged,
];

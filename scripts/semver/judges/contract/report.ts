/** How the comparisons of this folder tell what they find. */

import type { Place } from "../../places.ts";
import type { Finding } from "../finding.ts";

/** Takes the words of policy.md, the place, and a sentence without a full stop. */
export type Report = (
  words: string,
  place: Place,
  sentence: string,
  values?: Pick<Finding, "keyword" | "old" | "new">,
) => void;

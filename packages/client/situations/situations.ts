import { createFetches } from "./create-fetch.ts";
import { credentials } from "./credentials.ts";
import { customFetches } from "./custom-fetch.ts";
import { errorBodies } from "./error-bodies.ts";
import { limits } from "./limits.ts";
import { pauses } from "./pauses.ts";
import { plainJavaScript } from "./plain-javascript.ts";
import { requests } from "./requests.ts";
import { responses } from "./responses.ts";
import { retries } from "./retries.ts";
import type { Situation } from "./situation.ts";
import { tokenRequests } from "./token-requests.ts";
import { validation } from "./validation.ts";

/** Every situation. None needs more than the language and the web's own functions. */
export const situations: readonly Situation[] = [
  ...requests,
  ...plainJavaScript,
  ...responses,
  ...errorBodies,
  ...retries,
  ...pauses,
  ...limits,
  ...credentials,
  ...tokenRequests,
  ...customFetches,
  ...createFetches,
  ...validation,
];

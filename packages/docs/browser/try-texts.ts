import type { Obstacle } from "./try-client.ts";

/** The words of "Try it", in the language of the page. */
export interface TryTexts {
  open: string;
  needsScript: string;
  withExamples: string;
  ownAddress: string;
  respondsWith: string;
  faults: string;
  timeout: string;
  reset: string;
  cut: string;
  times: string;
  baseUrl: string;
  token: string;
  prefer: string;
  preferDefault: string;
  timeLimit: string;
  send: string;
  sending: string;
  curl: string;
  result: string;
  eventToken: string;
  eventRequest: string;
  eventResponse: string;
  eventWait: string;
  eventError: string;
  badUrl: string;
  badBody: string;
  obstacles: Readonly<Record<Obstacle, string>>;
}

import type { CallEvent, ClientEvent } from "../events.ts";
import type { Answer } from "./answer.ts";
import { type Call, factsOf } from "./call.ts";

/** An event without what {@link report} adds to each. */
type EventDetails = ClientEvent extends infer Event
  ? Event extends CallEvent
    ? Omit<Event, keyof CallEvent>
    : never
  : never;

/** Tells the `onEvent` hook, if there is one. Whatever comes of it, also later, the call goes on. */
export function report(call: Call, details: EventDetails, answer?: Answer): void {
  const { onEvent, environment } = call.settings;
  if (!onEvent) return;
  const durationMs = environment.now() - call.startedAt;
  new Promise((resolve) => {
    // One of the events: the details of one, and what all have in common.
    resolve(onEvent({ ...details, ...factsOf(call, answer), durationMs } as ClientEvent));
  }).catch(() => {});
}

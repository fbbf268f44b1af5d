import type { CallEvent, ClientEvent } from "../events.ts";
import type { Answer } from "./answer.ts";
import { type Call, factsOf } from "./call.ts";

/** An event without what {@link report} adds to each. */
type EventDetails = ClientEvent extends infer Event
  ? Event extends CallEvent
    ? Omit<Event, keyof CallEvent>
    : never
  : never;

/** Tells the `onEvent` hook. Whatever the hook does, also when it is async, the call goes on. */
export async function report(call: Call, details: EventDetails, answer?: Answer): Promise<void> {
  const { onEvent, environment } = call.settings;
  try {
    // One of the events: the details of one, and what all have in common.
    await onEvent?.({
      ...details,
      ...factsOf(call, answer),
      durationMs: environment.now() - call.startedAt,
    } as ClientEvent);
  } catch {
    // The hook is an observer: its trouble is not the call's.
  }
}

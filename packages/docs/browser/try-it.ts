/**
 * "Try it": calls the operation of a page with our own client, without a server or at the reader's
 * address, and shows what the client does. Nothing is stored; the token stays in its field.
 */
import { block, choice, enteredIn, field, mode, textArea } from "./form.ts";
import {
  type ClientEvent,
  callOperation,
  fetchWithoutRedirects,
  findObstacle,
  type Outcome,
  optionsForExamples,
} from "./try-client.ts";
import {
  argumentsOf,
  curlCommand,
  type Entered,
  preferenceFor,
  requestUrl,
  type TriedOperation,
} from "./try-request.ts";
import type { TryTexts } from "./try-texts.ts";

/**
 * Puts the form where its button was.
 *
 * @param addCopyButton is called with each block of code
 */
export function openTryIt(
  button: HTMLElement,
  operation: TriedOperation,
  texts: TryTexts,
  addCopyButton: (block: HTMLElement) => void,
): void {
  const fields = createFields(operation, texts);
  const output = createOutput(texts);
  const { form, curl, send } = fields;
  const showCurl = () => {
    curl.output.textContent = curlCommand(operation, fields.read());
  };
  form.addEventListener("input", showCurl);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.ariaDisabled) return;
    // A disabled button would lose the focus.
    send.ariaDisabled = "true";
    output.clear();
    showOutcome(output);
    await call(operation, texts, fields, output);
    showOutcome(output);
    send.ariaDisabled = null;
  });
  showCurl();
  button.replaceWith(form, output.outcome);
  for (const { figure } of [curl, output.result]) addCopyButton(figure);
  fields.examples.input.focus();
}

const showOutcome = ({ outcome }: Output): void => outcome.scrollIntoView({ block: "nearest" });

type Fields = ReturnType<typeof createFields>;
type Output = ReturnType<typeof createOutput>;

/** The form: two ways to get a response, and the arguments of the operation. */
function createFields(operation: TriedOperation, texts: TryTexts) {
  const form = document.createElement("form");
  form.ariaLabel = texts.open;
  const examples = mode(form, texts.withExamples, true);
  const named = operation.responses.map(({ status, examples }) => ({
    group: status,
    options: examples.map(({ name, title }) => ({ value: `${status} ${name}`, label: title })),
  }));
  const faults = (["timeout", "reset", "cut"] as const).map((name) => ({
    value: name,
    label: texts[name],
  }));
  const response = choice(examples.panel, texts.respondsWith, [
    ...named,
    { group: texts.faults, options: faults },
  ]);
  const times = field(examples.panel, "number", texts.times, "1");
  Object.assign(times, { min: "1", max: "9" });

  const address = mode(form, texts.ownAddress, false);
  const baseUrl = field(address.panel, "url", texts.baseUrl, "http://127.0.0.1:4010");
  const token = field(address.panel, "password", texts.token, "any-token");
  const prefer = choice(address.panel, texts.prefer, [
    { group: "", options: [{ value: "", label: texts.preferDefault }] },
    ...named,
  ]);
  const seconds = field(address.panel, "number", texts.timeLimit, "10");
  Object.assign(seconds, { min: "1", max: "300" });
  const curl = block(texts.curl);
  address.panel.append(curl.figure);

  const shared = document.createElement("div");
  const inputs = operation.fields.map(({ argument, kind, value }) => {
    const type = kind === "boolean" ? "checkbox" : "text";
    return [argument, field(shared, type, argument, value)] as const; // A pair.
  });
  const body = operation.body === undefined ? undefined : textArea(shared, operation.body);
  const send = document.createElement("button");
  send.type = "submit";
  send.textContent = texts.send;
  form.append(shared, send);
  const read = (): Entered => ({
    baseUrl: baseUrl.value.trim(),
    values: Object.fromEntries(inputs.map(([name, input]) => [name, enteredIn(input)])),
    ...(body && { body: body.value }),
    prefer: preferenceFor(prefer.value),
  });
  return { form, examples, response, times, token, seconds, curl, send, read };
}

/** What the client does, what a program gets, and a line that a screen reader hears. */
function createOutput(texts: TryTexts) {
  const outcome = document.createElement("div");
  outcome.className = "outcome";
  const status = document.createElement("p");
  status.role = "status";
  const timeline = document.createElement("ol");
  timeline.className = "timeline";
  const result = block(texts.result);
  result.figure.hidden = true;
  outcome.append(status, timeline, result.figure);
  const say = (text: string, code?: number) => {
    status.className = classOf(code);
    status.textContent = text;
  };
  const clear = () => {
    timeline.replaceChildren();
    result.figure.hidden = true;
    say(texts.sending);
  };
  const onEvent = (event: ClientEvent) => {
    const item = document.createElement("li");
    const time = document.createElement("span");
    time.textContent = `${Math.round(event.durationMs)} ms`;
    const text = document.createElement("span");
    text.textContent = describeEvent(event, texts);
    if (event.type === "response") text.className = classOf(event.status);
    item.append(time, " ", text);
    timeline.append(item);
  };
  return { outcome, say, result, clear, onEvent };
}

async function call(
  operation: TriedOperation,
  texts: TryTexts,
  fields: Fields,
  { say, result, onEvent }: Output,
): Promise<void> {
  const { name } = operation;
  const { examples, response, times, token, seconds } = fields;
  const entered = fields.read();
  const url = requestUrl(operation, entered);
  let parameters: Record<string, unknown>;
  try {
    parameters = argumentsOf(operation, entered);
  } catch {
    say(texts.badBody);
    return;
  }
  const isSent = !examples.input.checked;
  if (isSent && !url) {
    say(texts.badUrl);
    return;
  }
  const options = isSent
    ? {
        credential: token.value || "none",
        baseUrl: entered.baseUrl,
        fetch: fetchWithoutRedirects,
        timeout: { total: Number(seconds.value) * 1000 },
        ...(entered.prefer && { headers: { prefer: entered.prefer } }),
      }
    : optionsForExamples({ operation: name, response: response.value, times: Number(times.value) });
  const began = performance.now();
  const outcome = await callOperation(name, parameters, { ...options, onEvent });
  const { title, text, status } = describeOutcome(outcome);
  say(`${title} · ${Math.round(performance.now() - began)} ms`, status);
  // A service may send the token back.
  result.output.textContent = text.replaceAll(token.value || "\0", "…");
  result.figure.hidden = false;
  const isLost = "error" in outcome && Reflect.get(Object(outcome.error), "kind") === "connection";
  if (isSent && url && isLost) say(texts.obstacles[await findObstacle(url)], 0);
}

/** The colour of a status; without one there was no response, which is a failure. */
const classOf = (status?: number): string =>
  status === undefined ? "" : `status ${status === 0 ? 5 : Math.floor(status / 100)}`;

function describeEvent(event: ClientEvent, texts: TryTexts): string {
  if (event.type === "request") return `${texts.eventRequest} ${event.attempts}`;
  if (event.type === "response") return `${texts.eventResponse} ${event.status}`;
  if (event.type === "retry")
    return `${texts.eventWait} ${Math.round(event.delayMs)} ms (${event.reason})`;
  return event.type === "token" ? texts.eventToken : `${texts.eventError} ${event.kind}`;
}

/** A result is its body. An error is its name and message, and its fields as a program reads them. */
function describeOutcome(outcome: Outcome): { title: string; text: string; status: number } {
  if (!("error" in outcome)) {
    // Without a body a program gets undefined.
    const text = JSON.stringify(outcome.data, null, 2) ?? "undefined";
    return { title: `${outcome.status}`, text, status: outcome.status };
  }
  const { error } = outcome;
  if (!(error instanceof Error)) return { title: String(error), text: String(error), status: 0 };
  const fields = Object.entries(error).filter(([name]) => name !== "headers");
  const json = JSON.stringify(Object.fromEntries(fields), null, 2);
  const status = Number(Reflect.get(error, "status") ?? 0);
  const title = status > 0 ? `${status} · ${error.name}` : error.name;
  return { title, text: `${error.name}: ${error.message}\n\n${json}`, status };
}

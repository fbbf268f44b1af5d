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
import { argumentsOf, curlCommand, requestUrl, type TriedOperation } from "./try-request.ts";
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
  const form = document.createElement("form");
  const shared = document.createElement("div");
  const inputs = new Map(
    operation.fields.map(({ argument, kind, value }) => [
      argument,
      field(shared, kind === "boolean" ? "checkbox" : "text", argument, value),
    ]),
  );
  const body = operation.body === undefined ? undefined : textArea(shared, operation.body);

  const examples = mode(form, texts.withExamples, true);
  const response = choice(examples.panel, texts.respondsWith, [
    ...operation.responses.map(({ status, examples }) => ({
      group: status,
      options: examples.map(({ name, title }) => ({ value: `${status} ${name}`, label: title })),
    })),
    {
      group: texts.faults,
      options: (["timeout", "reset", "cut"] as const).map((name) => ({
        value: name,
        label: texts[name],
      })),
    },
  ]);
  const times = field(examples.panel, "number", texts.times, "1");
  Object.assign(times, { min: "1", max: "9" });

  const address = mode(form, texts.ownAddress, false);
  const baseUrl = field(address.panel, "url", texts.baseUrl, "http://127.0.0.1:4010");
  const token = field(address.panel, "password", texts.token, "any-token");
  const prefer = choice(address.panel, texts.prefer, [
    { group: "", options: [{ value: "", label: texts.preferDefault }] },
    ...operation.responses.map(({ status, examples }) => ({
      group: status,
      options: examples.map(({ name, title }) => ({
        value: `code=${status}, example=${name}`,
        label: title,
      })),
    })),
  ]);
  const seconds = field(address.panel, "number", texts.timeLimit, "10");
  Object.assign(seconds, { min: "1", max: "300" });
  const curl = block(texts.curl);
  address.panel.append(curl.figure);

  const send = document.createElement("button");
  send.type = "submit";
  send.textContent = texts.send;
  form.append(shared, send);

  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const timeline = document.createElement("ol");
  timeline.className = "timeline";
  const result = block(texts.result);
  result.figure.hidden = true;

  const entered = () => ({
    baseUrl: baseUrl.value.trim(),
    values: Object.fromEntries([...inputs].map(([name, input]) => [name, enteredIn(input)])),
    ...(body && { body: body.value }),
    prefer: prefer.value,
  });
  const showCurl = () => {
    curl.output.textContent = curlCommand(operation, entered());
  };
  const show = (outcome: Outcome, began: number) => {
    const { title, text } = describeOutcome(outcome);
    status.textContent = `${title} · ${Math.round(performance.now() - began)} ms`;
    // A service may send the token back.
    result.output.textContent = text.replaceAll(token.value || "\0", "…");
    result.figure.hidden = false;
  };
  const onEvent = (event: ClientEvent) => {
    const item = document.createElement("li");
    item.textContent = `${Math.round(event.durationMs)} ms: ${describeEvent(event, texts)}`;
    timeline.append(item);
  };
  const toAddress = async (values: Record<string, unknown>, began: number) => {
    const url = requestUrl(operation, entered());
    if (!url) {
      status.textContent = texts.badUrl;
      return;
    }
    const outcome = await callOperation(operation.name, values, {
      credential: token.value || "none",
      baseUrl: baseUrl.value.trim(),
      fetch: fetchWithoutRedirects,
      timeout: { total: Number(seconds.value) * 1000 },
      ...(prefer.value && { headers: { prefer: prefer.value } }),
      onEvent,
    });
    show(outcome, began);
    const isLost =
      "error" in outcome && Reflect.get(Object(outcome.error), "kind") === "connection";
    if (isLost) status.textContent = texts.obstacles[await findObstacle(url)];
  };
  const run = async () => {
    timeline.replaceChildren();
    result.figure.hidden = true;
    status.textContent = texts.sending;
    const began = performance.now();
    let values: Record<string, unknown>;
    try {
      values = argumentsOf(operation, entered());
    } catch {
      status.textContent = texts.badBody;
      return;
    }
    if (address.input.checked) return toAddress(values, began);
    const chosen = { operation: operation.name, response: response.value };
    const options = optionsForExamples({ ...chosen, times: Number(times.value) });
    show(await callOperation(operation.name, values, { ...options, onEvent }), began);
  };
  form.addEventListener("input", showCurl);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    await run();
    send.disabled = false;
  });
  showCurl();
  button.replaceWith(form, status, timeline, result.figure);
  for (const { figure } of [curl, result]) addCopyButton(figure);
  examples.input.focus();
}

function describeEvent(event: ClientEvent, texts: TryTexts): string {
  if (event.type === "request") return `${texts.eventRequest} ${event.attempts}`;
  if (event.type === "response") return `${texts.eventResponse} ${event.status}`;
  if (event.type === "retry")
    return `${texts.eventWait} ${Math.round(event.delayMs)} ms (${event.reason})`;
  return event.type === "token" ? texts.eventToken : `${texts.eventError} ${event.kind}`;
}

/** A result is its body. An error is its name and message, and its fields as a program reads them. */
function describeOutcome(outcome: Outcome): { title: string; text: string } {
  if (!("error" in outcome)) {
    return { title: `${outcome.status}`, text: JSON.stringify(outcome.data, null, 2) };
  }
  const { error } = outcome;
  if (!(error instanceof Error)) return { title: String(error), text: String(error) };
  const fields = Object.entries(error).filter(([name]) => name !== "headers");
  const json = JSON.stringify(Object.fromEntries(fields), null, 2);
  return { title: error.name, text: `${error.name}: ${error.message}\n\n${json}` };
}

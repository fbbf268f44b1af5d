/**
 * The console: sends one request to the mock or to the reader's address, and shows the curl line that
 * does the same. The token stays in its field: it is never stored, logged or shown.
 */
import {
  type ConsoleField,
  type ConsoleOperation,
  curlCommand,
  requestUrl,
} from "./console-request.ts";

const english = {
  baseUrl: "Base URL",
  token: "Bearer token (stays in this field; the mock takes any)",
  prefer: "Response of the mock (its Prefer header)",
  preferDefault: "the first example",
  send: "Send",
  sending: "Sending …",
  curl: "The same with curl",
  answer: "Response",
  failed:
    "No response. Is the mock running (npm run mock)? Use the curl command for the real service: browsers are not expected to let this page call it.",
  badUrl: "The base URL must start with https://, or with http:// for this machine.",
};

const polish: typeof english = {
  baseUrl: "Adres bazowy",
  token: "Token typu bearer (zostaje w tym polu; atrapa przyjmie każdy)",
  prefer: "Odpowiedź atrapy (jej nagłówek Prefer)",
  preferDefault: "pierwszy przykład",
  send: "Wyślij",
  sending: "Wysyłanie …",
  curl: "To samo poleceniem curl",
  answer: "Odpowiedź",
  failed:
    "Nie ma odpowiedzi. Czy atrapa działa (npm run mock)? Do prawdziwej usługi użyj polecenia curl: przeglądarka zapewne nie pozwoli tej stronie jej wywołać.",
  badUrl: "Adres bazowy musi zaczynać się od https://, a dla tego komputera może też od http://.",
};

const words = document.documentElement.lang === "pl" ? polish : english;

/**
 * Puts the console for an operation where its button was.
 *
 * @param addCopyButton is called with each block of code
 */
export function openConsole(
  button: HTMLElement,
  operation: ConsoleOperation,
  addCopyButton: (block: HTMLElement) => void,
): void {
  const form = document.createElement("form");
  const baseUrl = field(form, "url", words.baseUrl, "http://127.0.0.1:4010");
  const token = field(form, "password", words.token, "any-token");
  const inputs = new Map<string, HTMLInputElement>();
  const addFields = (place: ConsoleField["in"]) => {
    for (const { name, value, isBox } of operation.fields.filter((field) => field.in === place)) {
      inputs.set(name, field(form, isBox ? "checkbox" : "text", name, value));
    }
  };
  addFields("path");
  const prefer = select(form, operation.preferences);
  addFields("query");
  const send = document.createElement("button");
  send.type = "submit";
  send.textContent = words.send;
  form.append(send);

  const curl = block(words.curl);
  const answer = block(words.answer);
  answer.output.setAttribute("role", "status");
  const read = () => ({
    baseUrl: baseUrl.value.trim(),
    values: Object.fromEntries([...inputs].map(([name, input]) => [name, enteredIn(input)])),
    prefer: prefer.value,
  });
  const showCurl = () => {
    curl.output.textContent = curlCommand(operation, read());
  };
  form.addEventListener("input", showCurl);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.output.textContent = words.sending;
    answer.output.textContent = await ask(requestUrl(operation, read()), token.value, prefer.value);
  });
  showCurl();
  button.replaceWith(form, curl.figure, answer.figure);
  for (const { figure } of [curl, answer]) addCopyButton(figure);
  baseUrl.focus();
}

async function ask(url: URL | undefined, token: string, prefer: string): Promise<string> {
  if (!url) return words.badUrl;
  try {
    const response = await fetch(url, {
      headers: {
        accept: "application/json",
        authorization: `Bearer ${token}`,
        ...(prefer && { prefer }),
      },
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    const body = pretty(await response.text());
    // A service may send the token back.
    return [`${response.status} ${response.statusText}`.trim(), headers, "", body]
      .join("\n")
      .replaceAll(token || "\0", "…");
  } catch {
    return words.failed;
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function field(
  form: HTMLFormElement,
  type: string,
  label: string,
  value: string,
): HTMLInputElement {
  const input = document.createElement("input");
  input.type = type;
  input.value = value;
  input.autocomplete = "off";
  input.spellcheck = false;
  wrap(form, label, input).classList.toggle("tick", type === "checkbox");
  return input;
}

const enteredIn = (input: HTMLInputElement): string =>
  input.type === "checkbox" && !input.checked ? "" : input.value.trim();

function select(form: HTMLFormElement, preferences: readonly string[]): HTMLSelectElement {
  const input = document.createElement("select");
  const options = preferences.map((preference) => new Option(preference));
  input.append(new Option(words.preferDefault, ""), ...options);
  wrap(form, words.prefer, input);
  return input;
}

function wrap(form: HTMLFormElement, label: string, input: HTMLElement): HTMLLabelElement {
  const wrapper = document.createElement("label");
  wrapper.append(...(input.matches("[type=checkbox]") ? [input, label] : [label, input]));
  form.append(wrapper);
  return wrapper;
}

interface Block {
  figure: HTMLElement;
  output: HTMLElement;
}

function block(title: string): Block {
  const figure = document.createElement("figure");
  figure.className = "code";
  const heading = document.createElement("figcaption");
  heading.textContent = title;
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  const output = document.createElement("code");
  pre.append(output);
  figure.append(heading, pre);
  return { figure, output };
}

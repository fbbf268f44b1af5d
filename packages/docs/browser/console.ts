/**
 * The console: sends one request to the mock, or where the reader says, and shows the curl line that
 * does the same. The token lives in its field alone: it is never stored, logged or shown.
 */
import { curlCommand, requestUrl } from "./console-request.ts";

const english = {
  baseUrl: "Base URL",
  customerId: "customer_id",
  orderId: "order_id",
  token: "Bearer token (stays in this field; the mock takes any)",
  includePrice: "include_price",
  prefer: "Answer of the mock (its Prefer header)",
  preferDefault: "the first example",
  send: "Send",
  sending: "Sending …",
  curl: "The same with curl",
  answer: "Answer",
  failed:
    "No answer came. Is the mock running (npm run mock)? The real service lets no browser call it from another site; use the curl line.",
  badUrl: "The base URL must start with https://, or with http:// for this machine.",
};

const polish: typeof english = {
  baseUrl: "Adres bazowy",
  customerId: "customer_id",
  orderId: "order_id",
  token: "Token elementu nośnego (zostaje w tym polu; atrapa przyjmie każdy)",
  includePrice: "include_price",
  prefer: "Odpowiedź atrapy (jej nagłówek Prefer)",
  preferDefault: "pierwszy przykład",
  send: "Wyślij",
  sending: "Wysyłanie …",
  curl: "To samo w curl",
  answer: "Odpowiedź",
  failed:
    "Nie nadeszła żadna odpowiedź. Czy atrapa działa (npm run mock)? Prawdziwa usługa nie pozwala przeglądarce wołać jej z innej witryny; użyj wiersza curl.",
  badUrl: "Adres bazowy musi zaczynać się od https://, a dla tego komputera od http://.",
};

/** Answers worth seeing, by the names of their examples in the contract. */
const answers = [
  "code=200, example=order-new-commerce-completed",
  "code=200, example=order-new-commerce-pending",
  "code=200, example=order-new-commerce-priced",
  "code=200, example=order-pending-po-upload",
  "code=401, example=fault-401-mfa-required",
  "code=403, example=fault-403-no-relationship",
  "code=404, example=fault-404-order-not-found",
  "code=429, example=fault-429-throttled",
  "code=500, example=fault-500-unexpected",
];

const words = document.documentElement.lang === "pl" ? polish : english;

/** Puts the console where its button was. `addCopyButton` is given each block of code. */
export function openConsole(
  button: HTMLElement,
  addCopyButton: (block: HTMLElement) => void,
): void {
  const form = document.createElement("form");
  const baseUrl = field(form, "url", words.baseUrl, "http://127.0.0.1:4010");
  const token = field(form, "password", words.token, "any-token");
  const customerId = field(form, "text", words.customerId, "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8");
  const orderId = field(form, "text", words.orderId, "9e41c07b52da");
  const prefer = select(form);
  const includePrice = field(form, "checkbox", words.includePrice, "on");
  const send = document.createElement("button");
  send.type = "submit";
  send.textContent = words.send;
  form.append(send);

  const curl = block(words.curl);
  const answer = block(words.answer);
  answer.output.setAttribute("role", "status");
  const read = () => ({
    baseUrl: baseUrl.value.trim(),
    customerId: customerId.value.trim(),
    orderId: orderId.value.trim(),
    includePrice: includePrice.checked,
    prefer: prefer.value,
  });
  const showCurl = () => {
    curl.output.textContent = curlCommand(read());
  };
  form.addEventListener("input", showCurl);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.output.textContent = words.sending;
    answer.output.textContent = await ask(requestUrl(read()), token.value, prefer.value);
  });
  showCurl();
  button.replaceWith(form, ...curl.parts, ...answer.parts);
  for (const block of [curl, answer]) addCopyButton(block.pre);
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
    // A service may send back what it was sent.
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

function select(form: HTMLFormElement): HTMLSelectElement {
  const input = document.createElement("select");
  input.append(new Option(words.preferDefault, ""), ...answers.map((answer) => new Option(answer)));
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
  parts: HTMLElement[];
  pre: HTMLElement;
  output: HTMLElement;
}

function block(title: string): Block {
  const heading = document.createElement("h2");
  heading.textContent = title;
  const pre = document.createElement("pre");
  const output = document.createElement("code");
  pre.append(output);
  return { parts: [heading, pre], pre, output };
}

/** The parts that the form of "Try it" consists of. */

/** One of several ways to fill in the form: a tab, as page/tabs.ts makes them. */
export function mode(
  form: HTMLFormElement,
  title: string,
  checked: boolean,
): { input: HTMLInputElement; panel: HTMLElement } {
  let tabs = form.querySelector<HTMLElement>(".tabs");
  if (!tabs) {
    tabs = document.createElement("div");
    tabs.className = "tabs";
    tabs.setAttribute("role", "group");
    tabs.ariaLabel = form.ariaLabel;
    form.append(tabs);
  }
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "try-with";
  input.checked = checked;
  label.append(input, title);
  const panel = document.createElement("div");
  panel.className = "panel";
  tabs.append(label, panel);
  return { input, panel };
}

export function field(
  parent: HTMLElement,
  type: string,
  label: string,
  value: string,
): HTMLInputElement {
  const input = document.createElement("input");
  input.type = type;
  input.value = value;
  input.autocomplete = "off";
  input.spellcheck = false;
  wrap(parent, label, input).classList.toggle("tick", type === "checkbox");
  return input;
}

export function textArea(parent: HTMLElement, value: string): HTMLTextAreaElement {
  const input = document.createElement("textarea");
  input.value = value;
  input.rows = 8;
  input.spellcheck = false;
  wrap(parent, "body", input);
  return input;
}

export const enteredIn = (input: HTMLInputElement): string =>
  input.type === "checkbox" && !input.checked ? "" : input.value.trim();

interface Choices {
  group: string;
  options: readonly { value: string; label: string }[];
}

export function choice(
  parent: HTMLElement,
  label: string,
  groups: readonly Choices[],
): HTMLSelectElement {
  const input = document.createElement("select");
  for (const { group, options } of groups) {
    const list = options.map((option) => new Option(option.label, option.value));
    const owner = group
      ? Object.assign(document.createElement("optgroup"), { label: group })
      : input;
    owner.append(...list);
    if (owner !== input) input.append(owner);
  }
  wrap(parent, label, input);
  return input;
}

function wrap(parent: HTMLElement, label: string, input: HTMLElement): HTMLLabelElement {
  const wrapper = document.createElement("label");
  wrapper.append(...(input.matches("[type=checkbox]") ? [input, label] : [label, input]));
  parent.append(wrapper);
  return wrapper;
}

interface Block {
  figure: HTMLElement;
  output: HTMLElement;
}

export function block(title: string): Block {
  const figure = document.createElement("figure");
  figure.className = "code";
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", title);
  const output = document.createElement("code");
  pre.append(output);
  figure.append(caption, pre);
  return { figure, output };
}

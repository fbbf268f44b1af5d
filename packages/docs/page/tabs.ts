import { type Html, html, raw } from "./html.ts";

/** One of several things of which a reader sees one. */
export interface Tab {
  /** What the script remembers when the reader chooses it, so it is the same on every page. */
  value: string;
  label: Html | string;
  body: Html;
  /** The anchor of its body, if it has one. */
  id?: string;
}

/**
 * Tabs made of radio buttons, so that they work without a script. The first is open; browser/site.ts
 * opens the one that the reader chose last in tabs of the same name.
 *
 * @param heading the anchor of the heading that says what is chosen
 */
export function tabs(name: string, heading: string, choices: readonly Tab[]): Html {
  return html`<div class="tabs" role="group" aria-labelledby="${heading}">${panels(name, choices)}</div>`;
}

/**
 * The same for many things with long names: only the chosen name is shown, beside a fold that opens
 * the list of all.
 *
 * @param title says what is chosen
 */
export function choiceList(name: string, title: string, choices: readonly Tab[]): Html {
  const [only] = choices;
  if (only && choices.length === 1) {
    return html`<div class="tabs choices"><p class="only">${only.label}</p>
<div class="panel"${only.id !== undefined && html` id="${only.id}"`}>
${only.body}
</div></div>`;
  }
  return html`<div class="tabs choices" role="group" aria-label="${title}">
<details><summary>${title}: ${choices.length}</summary></details>${panels(name, choices)}</div>`;
}

function panels(name: string, choices: readonly Tab[]): Html {
  return html`${choices.map(
    ({ value, label, body, id }, index) => html`
<label><input type="radio" name="${name}" value="${value}"${index === 0 && raw(" checked")}>${label}</label>
<div class="panel"${id !== undefined && html` id="${id}"`}>
${body}
</div>`,
  )}`;
}

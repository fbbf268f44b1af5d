import { type Html, html, raw } from "../../page/html.ts";

/** A status in the colour of its class: success, a fault of the caller, a fault of the service. */
export const statusLabel = (status: string): Html =>
  html`<code class="status ${raw(/^[1-5]/.exec(status)?.[0] ?? "any")}">${status}</code>`;

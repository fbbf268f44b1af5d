/** The same call in several languages. Each is a file in samples/ that test/samples.test.ts checks. */
import { codeBlock } from "./highlight.ts";
import { type Html, html } from "./html.ts";
import { readSample } from "./markdown.ts";

export interface Sample {
  id: string;
  label: string;
  file: string;
  language: string;
}

export const samples: readonly Sample[] = [
  { id: "curl", label: "curl", file: "get-order.sh", language: "sh" },
  {
    id: "typescript",
    label: "TypeScript, @partner-center/client",
    file: "get-order-client.ts",
    language: "ts",
  },
  { id: "fetch", label: "TypeScript, fetch", file: "get-order-fetch.ts", language: "ts" },
  { id: "python", label: "Python", file: "get_order.py", language: "py" },
  { id: "csharp", label: "C#", file: "GetOrder.cs", language: "cs" },
];

/** The operation that the samples call. */
export const sampledOperation = "getOrder";

/** All samples, one open at a time; without a script each opens as well. */
export function sampleList(): Html {
  return html`<div class="samples">${samples.map(
    (
      { id, label, file, language },
      index,
    ) => html`<details id="sample-${id}" name="samples"${index === 0 && html` open`}>
<summary>${label}</summary>
${codeBlock(readSample(file), language)}
</details>`,
  )}</div>`;
}

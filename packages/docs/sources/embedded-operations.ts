/** What a guide shows of the operations that it names. */
import { type Contract, findOperation, type PlacedOperation, resolve } from "@partner-center/spec";
import { codeBlock } from "../page/highlight.ts";
import { type Html, html } from "../page/html.ts";
import type { InterfaceTexts } from "../page/interface-texts.ts";
import type { Embedded } from "../page/markdown.ts";
import { tryButton } from "./reference/describe-try.ts";

/** Each part throws when the contract lacks what the guide names. */
export function embeddedOperations(
  contract: Contract,
  texts: InterfaceTexts,
): Required<Omit<Embedded, "diagrams">> {
  return {
    tryIt: (id) => tryButton(contract, findOperation(contract, id), texts),
    call: (code, id, example) =>
      callWithResponse(code, findExample(contract, findOperation(contract, id), example), texts),
  };
}

/** The first thing that a reader of the start page sees. */
function callWithResponse(
  code: string,
  { status, value }: ReturnType<typeof findExample>,
  { response }: InterfaceTexts,
): Html {
  return html`<div class="call-and-response">
${codeBlock(code, "ts", "TypeScript")}
${codeBlock(JSON.stringify(value, null, 2), "json", `${response} ${status}`)}
</div>`;
}

function findExample(contract: Contract, { operation, id }: PlacedOperation, name: string) {
  for (const [status, reference] of Object.entries(operation.responses ?? {})) {
    for (const { examples = {} } of Object.values(resolve(contract, reference).content ?? {})) {
      if (examples[name]) return { status, value: resolve(contract, examples[name]).value };
    }
  }
  throw new Error(`The responses of ${id} have no example ${name}`);
}

/** A call beside its response: the first thing that a reader of the start page sees. */
import { type Contract, type PlacedOperation, resolve } from "@partner-center/spec";
import { codeBlock } from "../page/highlight.ts";
import { type Html, html } from "../page/html.ts";
import type { InterfaceTexts } from "../page/interface-texts.ts";

/**
 * The code of a call, and an example of the contract as its response.
 *
 * @throws when no response has an example of that name
 */
export function callWithResponse(
  contract: Contract,
  placed: PlacedOperation,
  { response }: InterfaceTexts,
  code: string,
  example: string,
): Html {
  const { status, value } = findExample(contract, placed, example);
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
  throw new Error(`${id} has no example of the name ${name}`);
}

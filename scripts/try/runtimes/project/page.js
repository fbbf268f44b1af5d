import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";

export async function run(addresses) {
  return JSON.stringify(await runSituations("chromium", { client, validation, addresses }));
}

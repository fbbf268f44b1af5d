import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";

const [runtime, addresses] = process.argv.slice(2);
const stage = { client, validation, addresses: JSON.parse(addresses) };
console.log(JSON.stringify(await runSituations(runtime, stage)));

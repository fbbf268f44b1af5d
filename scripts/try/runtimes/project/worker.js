import * as client from "@partner-center/client";
import * as validation from "@partner-center/client/validate";
import { runSituations } from "./situations.mjs";

export default {
  async fetch({ url }) {
    const addresses = JSON.parse(new URL(url).searchParams.get("addresses"));
    return Response.json(await runSituations("workerd", { client, validation, addresses }));
  },
};

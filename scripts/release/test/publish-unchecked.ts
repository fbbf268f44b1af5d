/**
 * Publishes as `npm run release -- publish --rehearsal` does, without the checks of the tarballs, which
 * take longer than all the rest.
 */
import { main } from "@partner-center/lib/main";
import { publish } from "../publish.ts";

await main(import.meta, {}, () => publish({ rehearsal: true, check: async () => {} }));

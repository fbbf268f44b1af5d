/**
 * Lets tools that share no code with Redocly read the contract: two validators have to accept it,
 * and the output of three generators has to compile. Each is a project in tools/.
 *
 * Usage: npm run check -- tools        installs the tools in temporary folders
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createProject } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { make } from "@partner-center/lib/run";
import { readBundle } from "@partner-center/spec";
import { readProjects } from "./project.ts";
import { tryEach } from "./try-each.ts";

await main(import.meta, {}, async () => {
  await make("bundle", "spec");
  await tryEach("tools", readProjects("tools"), async ({ files }) => {
    using project = await createProject({}, { ...files, "openapi.json": readBundle() });
    const modules = readdirSync(join(project.folder, "node_modules/.pnpm"));
    if (modules.some((name) => name.startsWith("@redocly"))) {
      throw new Error("It includes code of Redocly, so it is not a second opinion.");
    }
    await project.run("pnpm", "start");
    return "accepts the contract";
  });
});

/**
 * Compiles and runs all code of the client's README against the packed packages, the mock and a login
 * server on loopback, together with the third-party packages that it shows. Those are installed by this
 * command alone: `npm test` runs the code that needs none of them. The code of the guides is compiled
 * with the same packages.
 *
 * Usage: npm run check -- snippets
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { main } from "@partner-center/lib/main";
import { readProject } from "./project.ts";
import { compileSnippets, findSnippets, runSnippet, type Snippet } from "./snippets/snippets.ts";
import { tryEach } from "./try-each.ts";

const readme = new URL("../../packages/client/README.md", import.meta.url);
const content = fileURLToPath(new URL("../../packages/docs/content", import.meta.url));

const guideSnippets = (): Snippet[] =>
  globSync("*/*.md", { cwd: content }).flatMap((guide) =>
    findSnippets(readFileSync(join(content, guide), "utf8")).map(({ name, code }) => ({
      name: `${guide.replace(/\W/g, "-")}-${name}`,
      code,
    })),
  );

await main(import.meta, {}, async () => {
  const { startMock } = await import("@partner-center/spec/mock");
  await using published = await publishLocally();
  using consumer = await createConsumer(published, {}, readProject("snippets/project"));
  const snippets = findSnippets(readFileSync(readme, "utf8"));
  const compiled = [...snippets, ...guideSnippets()];
  await compileSnippets(consumer.folder, compiled);
  console.log(`snippets: ${compiled.length} compile`);
  await using mock = await startMock();
  await tryEach("snippets", snippets, async (snippet) => {
    const printed = await runSnippet(consumer.folder, snippet, mock.url);
    if (!printed) throw new Error("It printed nothing.");
    return printed.trim().split("\n").at(-1) ?? "";
  });
});

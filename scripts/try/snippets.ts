/**
 * Compiles and runs every piece of code in the client's README against the packed packages, the mock
 * and a login server on loopback, together with the packages of others that it shows. They are
 * installed by this command alone: `npm test` runs the pieces that need none of them.
 *
 * Usage: npm run check -- snippets
 */

import { readFileSync } from "node:fs";
import { createConsumer, publishLocally } from "@partner-center/lib/consumer";
import { readArguments } from "@partner-center/lib/main";
import { exitOnSignals } from "@partner-center/lib/run";
import { startMock } from "@partner-center/spec/mock";
import { compileSnippets, findSnippets, runSnippet } from "./snippets/snippets.ts";

const others = {
  "@azure/identity": "4.14.1",
  "@tanstack/react-query": "5.108.0",
  "@types/node": "24.19.2",
  "@types/react": "19.3.0",
  "openapi-fetch": "0.17.0",
  "openapi-react-query": "0.5.4",
  react: "19.3.1",
};

const readme = new URL("../../packages/client/README.md", import.meta.url);

async function main(): Promise<void> {
  await using published = await publishLocally();
  using consumer = await createConsumer(published, { ...published.versions, ...others }, {});
  const snippets = findSnippets(readFileSync(readme, "utf8"));
  await compileSnippets(consumer.folder, snippets);
  console.log(`snippets: ${snippets.length} compile`);
  const mock = await startMock();
  let ran = 0;
  try {
    for (const snippet of snippets) {
      try {
        const printed = await runSnippet(consumer.folder, snippet, mock.url);
        if (!printed) throw new Error("It printed nothing.");
        console.log(`${snippet.file}: ${printed.trim().split("\n").at(-1)}`);
        ran++;
      } catch (error) {
        console.error(`${snippet.file}:`, error instanceof Error ? error.message : error);
      }
    }
  } finally {
    await mock.close();
  }
  console.log(`snippets: ${ran} of ${snippets.length} ran`);
  if (ran < snippets.length) process.exitCode = 1;
}

readArguments();
exitOnSignals();
await main();

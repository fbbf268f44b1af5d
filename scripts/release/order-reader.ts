/** A program that was written for one version of the client, and prints one property of an order. */
import {
  type Consumer,
  createConsumer,
  type PublishedPackages,
} from "@partner-center/lib/consumer";
import type { LocalRegistry } from "@partner-center/lib/registry";
import { startMock } from "@partner-center/spec/mock";

/** Installs a version of the client for a program that prints a property of an order. */
export async function installReader(
  registry: LocalRegistry,
  version: string,
  property: string,
): Promise<Consumer> {
  const published: PublishedPackages = {
    registry,
    versions: {},
    [Symbol.asyncDispose]: async () => {},
  };
  const program =
    'import { createClient } from "@partner-center/client";\n' +
    "const [baseUrl] = process.argv.slice(2);\n" +
    "const client = createClient({ credential: 'any', ...(baseUrl && { baseUrl }) });\n" +
    "const { data } = await client.getOrder({ customerId: '4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8', orderId: '9e41c07b52da' });\n" +
    `console.log(data.${property});\n`;
  const globals = "declare const process: { argv: string[] };\n";
  return createConsumer(
    published,
    { "@partner-center/client": version },
    { "program.ts": program, "globals.d.ts": globals },
  );
}

/** Lets TypeScript look at the program. @throws when it does not compile */
export async function compile(reader: Consumer): Promise<void> {
  const target = ["--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  const files = ["program.ts", "globals.d.ts"];
  await reader.run("tsc", "--noEmit", "--strict", ...target, ...files);
}

/** Runs the program against the mock of a contract, and returns what it prints. */
export async function use(reader: Consumer, contract: string): Promise<string> {
  const mock = await startMock({ contract });
  try {
    return (await reader.run("node", "program.ts", mock.url)).trim();
  } finally {
    await mock.close();
  }
}

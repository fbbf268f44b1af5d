/** Measures what importing from the packages adds to a bundle, in bytes after minification. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { createConsumer, type PublishedPackages } from "@partner-center/lib/consumer";

interface Measurement {
  name: string;
  /** A program that imports, and the same without the import. */
  code: string;
  without: string;
  limit: number;
}

const use = "console.log(globalThis.value);\n";

const measurements: Measurement[] = [
  {
    name: "types only",
    code: `import type { Order } from "@partner-center/types";\nexport type Mine = Order;\n${use}`,
    without: use,
    limit: 0,
  },
  {
    name: "types by a plain import",
    code: `import { Order } from "@partner-center/types";\nexport type Mine = Order;\n${use}`,
    without: use,
    limit: 0,
  },
  {
    name: "a guard",
    code: `import { isKnownOrderStatus } from "@partner-center/types";\nconsole.log(isKnownOrderStatus(globalThis.value));\n`,
    without: use,
    limit: 1_000,
  },
  {
    name: "the client, not used",
    code: `import "@partner-center/client";\n${use}`,
    without: use,
    limit: 0,
  },
];

const bundlers: Record<string, (entry: string, out: string) => string[]> = {
  esbuild: (entry, out) => [
    "esbuild",
    entry,
    "--bundle",
    "--minify",
    "--format=esm",
    `--outfile=${out}`, // biome-ignore format: a command
  ],
  rollup: (entry, out) => [
    "rollup",
    entry,
    "--plugin=node-resolve",
    "--plugin=esbuild={minify:true}",
    "--format=es",
    `--file=${out}`,
    "--silent", // biome-ignore format: a command
  ],
};

/** Prints a table. @returns whether each figure is within its limit */
export async function measureBundles(published: PublishedPackages): Promise<boolean> {
  const dependencies = {
    ...published.versions,
    esbuild: "0.28.2",
    rollup: "4.68.5",
    "rollup-plugin-esbuild": "6.2.1",
    "@rollup/plugin-node-resolve": "16.0.3",
  };
  const files = Object.fromEntries(
    measurements.flatMap(({ code, without }, index) => [
      [`with-${index}.ts`, code],
      [`without-${index}.ts`, without],
    ]),
  );
  using consumer = await createConsumer(published, dependencies, files);
  const sizeOf = async (bundler: string, entry: string) => {
    const out = `${bundler}-${entry}.js`;
    const command = bundlers[bundler]?.(`${entry}.ts`, out) ?? [];
    await consumer.run("pnpm", "exec", ...command);
    return statSync(join(consumer.folder, out)).size;
  };
  let isSmall = true;
  for (const [index, { name, limit }] of measurements.entries()) {
    for (const bundler of Object.keys(bundlers)) {
      const [plain, size] = [await sizeOf(bundler, `without-${index}`), await sizeOf(bundler, `with-${index}`)]; // biome-ignore format: a pair
      const added = size - plain;
      if (added > limit) isSmall = false;
      console.log(`${name}: ${added} bytes of ${limit} allowed (${bundler})`);
    }
  }
  return isSmall;
}

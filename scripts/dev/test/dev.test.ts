import { once } from "node:events";
import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  watch,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { copyWorkspace, type WorkspaceCopy } from "@partner-center/lib/workspace-copy";
import { afterAll, beforeAll, expect } from "vitest";
import { type DevProcess, startDev } from "../dev-process.ts";

let workspace: WorkspaceCopy;
let dev: DevProcess;

beforeAll(async () => {
  workspace = await copyWorkspace();
  dev = await startDev(workspace.folder);
  await dev.next(/✓ reference.*\n/);
});

afterAll(async () => {
  await dev?.interrupt();
  await workspace?.[Symbol.asyncDispose]();
});

const order = "spec/components/schemas/Order.yaml";
const generated = "packages/types/src/openapi.ts";
const path = (file: string) => join(workspace.folder, file);
const read = (file: string) => readFileSync(path(file), "utf8");
const edit = (file: string, search: string, replacement: string) =>
  writeFileSync(path(file), read(file).replace(search, replacement));
const inventedNote = (description: string) =>
  `properties:\n  inventedNote:\n    type: string\n    x-addition: a test\n    description: ${description}\n    examples: [Enjoy]\n`;

async function getOrder(): Promise<unknown> {
  const response = await fetch(`${dev.mock}/v1/customers/a/orders/b`, {
    headers: { authorization: "Bearer token" },
  });
  return response.json();
}

/** Files that commands made, by their content. */
const made = () =>
  [
    "spec/dist/openapi.json",
    "spec/dist/openapi.yaml",
    generated,
    "packages/client/src/generated/validators.ts",
    "packages/client/src/generated/examples.ts",
    "packages/client/src/generated/order-progress.ts",
    "packages/types/dist/index.js",
    "packages/types/dist/openapi.d.ts",
    "packages/types/dist/openapi.js",
    "packages/types/dist/openapi.json",
    "packages/client/dist/index.js",
    "packages/client/dist/index.js.map",
    "packages/client/dist/client.d.ts",
  ].map((file) => [file, read(file)]);

test("a save reaches types, packages, mock and open pages, as the commands would make them", async () => {
  const page = await fetch(`${dev.docs}/-/reload`);
  const reload = page.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reload?.read())?.value).toBe(":\n\n");

  edit(order, "properties:\n", inventedNote("Comes with a present."));
  edit(
    "spec/components/examples/order-new-commerce-completed.yaml",
    "value:\n",
    "value:\n  inventedNote: Enjoy your seats\n",
  );
  await dev.next(/✓ types.*\n/);
  expect(read(generated)).toContain("Comes with a present.");
  await dev.next(/✓ mock.*\n/);
  expect(await getOrder()).toMatchObject({ inventedNote: "Enjoy your seats" });
  await dev.next(/✓ packages.*\n/);
  expect(read("packages/types/dist/openapi.d.ts")).toContain("Comes with a present.");
  expect((await reload?.read())?.value).toBe("data: reload\n\n");
  const html = await (await fetch(`${dev.docs}/`)).text();
  expect(html).toContain('<script src="/-/reload.js">');

  const ours = made();
  await workspace.run("turbo", "run", "bundle", "generate", "build", "--filter=!*/docs", "--force");
  expect(made()).toEqual(ours);
});

test("findings are those of the command line; what was good stays until the fix", async () => {
  const before = made();
  edit(order, "    x-addition: a test\n    description: Comes with a present.\n", "");
  const report = await dev.next(/✗ lint[\s\S]*goes on being served.*\n/);
  const command = workspace.run("node", "spec/lint.ts");
  const said = await command.catch((error: Error) => error.message);
  const findings = /\d finding[\s\S]*Order\.yaml.*\n.*\n/.exec(said)?.[0];
  expect(findings).toMatch(/spec\/components\/schemas\/Order\.yaml:\d+:\d+/);
  expect(report).toContain(findings);
  expect(made()).toEqual(before);
  expect(await getOrder()).toMatchObject({ inventedNote: "Enjoy your seats" });

  edit(
    order,
    "    type: string\n",
    "    type: string\n    x-addition: a test\n    description: Comes again.\n",
  );
  await dev.next(/✓ packages.*\n/);
  expect(read(generated)).toContain("Comes again.");
});

test("many saves at once are one change", async () => {
  for (let save = 1; save <= 30; save++) {
    writeFileSync(path(order), read(order).replace(/Comes .*/, `Comes for the ${save}th time.`));
  }
  const printed = await dev.next(/✓ packages.*\n/);
  expect(printed.match(/✓ types/g)).toHaveLength(1);
  expect(read(generated)).toContain("Comes for the 30th time.");
});

test("half of a file makes nothing", async () => {
  const whole = `${read(order)}# the end\n`.replace(/Comes .*/, "Comes whole.");
  const half = whole.indexOf("\n", whole.indexOf("Comes whole.")) + 1;
  const seen: string[] = [];
  const watcher = watch(path(generated), () => seen.push(read(generated)));
  const saving = watch(path(order));
  const saved = once(saving, "change");
  const file = openSync(path(order), "w");
  writeSync(file, whole.slice(0, half));
  await saved; // The half is on disk, and watchers of the file know.
  saving.close();
  writeSync(file, whole.slice(half));
  closeSync(file);
  await dev.next(/✓ packages.*\n/);
  watcher.close();
  const full = read(generated);
  expect(full).toContain("Comes whole.");
  expect(new Set(seen.filter((text) => text !== "" && text !== full))).toEqual(new Set());
});

test("a source of the client that doesn't compile is reported with its line", async () => {
  appendFileSync(path("packages/client/src/links.ts"), "const broken: string = 1;\n");
  expect(await dev.next(/✗ packages[\s\S]*?\n\n/)).toMatch(
    /packages\/client\/src\/links\.ts\(\d+,7\): error TS/,
  );
  edit("packages/client/src/links.ts", "const broken: string = 1;\n", "");
  await dev.next(/✓ packages.*\n/);
});

test("Ctrl-C leaves no process, even while the reference is built", async () => {
  edit(order, "Comes whole.", "Comes last.");
  await dev.next(/✓ types.*\n/);
  expect(await dev.interrupt()).toBe(130);
  // A process that has ended is listed until init has read its exit code.
  await expect.poll(() => dev.hasLeftovers()).toBe(false);
  await expect(fetch(dev.mock)).rejects.toThrow();
});

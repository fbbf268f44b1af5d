import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { type Named, operationsOf, type PathItem, parseContract, specFolder } from "../contract.ts";
import { bundleContract } from "../redocly.ts";
import { judgedSubscores, readSubscores } from "../score.ts";

const full = Object.fromEntries(judgedSubscores.map((name) => [name, 1]));

test("the contract scores full marks for descriptions, errors and identifiers", async () => {
  const subscores = await readSubscores(join(specFolder, "openapi.yaml"));
  console.info("score:", subscores);
  expect(subscores).toMatchObject(full);
});

test("a contract of the same quality does, too, when it is thirty times as large", async () => {
  const contract = parseContract(await bundleContract());
  const paths: Named<PathItem> = {};
  for (const { path, method, operation, id } of operationsOf(contract)) {
    for (let copy = 1; copy <= 30; copy++) {
      const place = `/invented${copy}${path}`;
      paths[place] = { ...paths[place], [method]: { ...operation, operationId: `${id}${copy}` } };
    }
  }
  using folder = temporaryFolder("score-");
  const file = join(folder.path, "large.json");
  writeFileSync(file, JSON.stringify({ ...contract, paths }));
  expect(await readSubscores(file)).toMatchObject(full);
});

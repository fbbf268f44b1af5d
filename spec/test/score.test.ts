import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { operationsOf, parseContract, specFolder } from "../contract.ts";
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
  const copies = operationsOf(contract).flatMap(({ path, method, operation, id }) =>
    Array.from({ length: 30 }, (_, index) => [
      path.replace("/orders", `/invented${index}`),
      { [method]: { ...operation, operationId: `${id}${index}` } },
    ]),
  );
  using folder = temporaryFolder("score-");
  const file = join(folder.path, "large.json");
  writeFileSync(file, JSON.stringify({ ...contract, paths: Object.fromEntries(copies) }));
  expect(await readSubscores(file)).toMatchObject(full);
});

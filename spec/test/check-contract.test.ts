import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkContract } from "../checks/check-contract.ts";
import { readPages } from "../checks/facts.ts";
import { parseContract, schemasOf } from "../contract.ts";
import { bundleContract } from "../redocly.ts";

const pl = parse(readFileSync(new URL("../overlays/pl.yaml", import.meta.url), "utf8"));

test("everything that a new property and a new value lack is reported at once", async () => {
  const contract = parseContract(await bundleContract());
  const { Order = {}, OrderStatus = {} } = schemasOf(contract);
  const inventedNote = { type: "string", description: "A note." };
  Object.assign(Order, { properties: { ...Order.properties, inventedNote } });
  Object.assign(OrderStatus, {
    enum: [...(OrderStatus.enum ?? []), "invented_status"],
    "x-enumDescriptions": { ...OrderStatus["x-enumDescriptions"], invented_status: "Odd." },
  });
  const place = "overlays/pl.yaml: components/schemas";
  const findings = await checkContract(contract, readPages(), { pl });
  expect(findings.sort()).toEqual(
    [
      "Order.status: \"invented_status\" is not on the vendor's page: give its source in the enum's x-enumAdditions.",
      "Order.inventedNote is not on the vendor's page: give it x-addition with its source.",
      "Order.inventedNote is in no example: show it in components/examples.",
      'OrderStatus "invented_status" is in no example: show it there or in the enum\'s examples.',
      `${place}/Order/properties/inventedNote/description has no translation: A note.`,
      `${place}/OrderStatus/x-enumDescriptions/invented_status has no translation: Odd.`,
    ].sort(),
  );
});

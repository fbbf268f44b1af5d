import type { Contract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { parameterType } from "../../generate/value-types.ts";

test("a parameter whose schema contains itself is not flat", () => {
  const contract: Contract = {
    openapi: "3.1.0",
    info: { title: "Recursive", version: "1" },
    components: {
      schemas: {
        Filter: { type: "object", properties: { not: { $ref: "#/components/schemas/Filter" } } },
        Rows: { type: "array", items: { $ref: "#/components/schemas/Rows" } },
      },
    },
  };
  for (const name of ["Filter", "Rows"]) {
    expect(parameterType(contract, { $ref: `#/components/schemas/${name}` })).toBeUndefined();
  }
});

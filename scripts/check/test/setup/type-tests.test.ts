import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testInCheckout as test } from "@partner-center/lib/in-checkout";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { expect } from "vitest";

const typeTest = "packages/types/test/types.test-d.ts";

// A type test outside the tsconfig's reach would pass whatever it says.
test("a type test that is wrong fails the run", async () => {
  await using workspace = await copyWorkspace();
  const path = join(workspace.folder, typeTest);
  const wrong = readFileSync(path, "utf8").replace(
    'expectTypeOf<Order["totalPrice"]>().toEqualTypeOf<number | undefined>()',
    'expectTypeOf<Order["totalPrice"]>().toEqualTypeOf<string | undefined>()',
  );
  expect(wrong).toContain('["totalPrice"]>().toEqualTypeOf<string');
  writeFileSync(path, wrong);
  const options = ["--typecheck.only", "--typecheck.ignoreSourceErrors"];
  await expect(workspace.run("vitest", "run", ...options, typeTest)).rejects.toThrow(
    "no property of an order is required",
  );
});

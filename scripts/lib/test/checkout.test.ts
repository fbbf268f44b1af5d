import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isCheckout } from "../checkout.ts";
import { testInCheckout } from "../in-checkout.ts";
import { run } from "../run.ts";
import { temporaryFolder } from "../temporary-folder.ts";

test("a folder that git does not know is not a checkout", () => {
  using folder = temporaryFolder("no-checkout-");
  expect(isCheckout(folder.path)).toBe(false);
  expect(isCheckout(join(folder.path, "gone"))).toBe(false);
});

testInCheckout("the top of a repository is a checkout, a folder within it is not", async () => {
  using folder = temporaryFolder("checkout-");
  await run("git", ["init", "--quiet"], { cwd: folder.path });
  mkdirSync(join(folder.path, "unpacked"));
  expect(isCheckout(folder.path)).toBe(true);
  expect(isCheckout(join(folder.path, "unpacked"))).toBe(false);
});

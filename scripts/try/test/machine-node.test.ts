import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@partner-center/lib/run";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";
import { expect, test } from "vitest";
import { machineNode } from "../machine-node.ts";

test("a project's scripts run on the machine's Node, and pnpm is ours", async () => {
  using folder = temporaryFolder("machine-node-test-");
  const other = join(folder.path, "other-node");
  writeFileSync(other, "#!/bin/sh\necho v20.99.0\n", { mode: 0o755 });
  const manifest = { name: "invented", private: true, scripts: { start: "node program.js" } };
  writeFileSync(join(folder.path, "package.json"), JSON.stringify(manifest));

  using node = machineNode(other);
  const options = { cwd: folder.path, env: node.env, capture: true };
  expect(node.version).toBe("v20.99.0");
  expect(await run("pnpm", ["start"], options)).toContain("\nv20.99.0\n");
  expect(await run("pnpm", ["--version"], options)).toBe(
    await run("pnpm", ["--version"], { capture: true }),
  );
});

import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { startProgram } from "./program.ts";

test("what a process undoes at its end is undone last first, unless it was cancelled", async () => {
  using folder = temporaryFolder("program-");
  const { ended } = startProgram(
    folder.path,
    `import { onExit } from "LIBcleanup.ts";
    onExit(() => console.log("folder"));
    const cancel = onExit(() => console.log("cancelled"));
    onExit(() => console.log("child"));
    cancel();`,
  );
  expect((await ended).stdout).toBe("child\nfolder\n");
});

/** From a save below spec/ to what is made from it, with `npm run dev` running. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { startDev } from "../dev/dev-process.ts";
import { type Family, formatRange } from "./figures.ts";

const saves = 12;
const steps = ["lint", "types", "mock", "packages", "reference"];
const goals: Record<string, number> = { lint: 500, types: 500, reference: 3000 };

export async function measure(): Promise<Family> {
  await using workspace = await copyWorkspace();
  const dev = await startDev(workspace.folder);
  await dev.next(/✓ reference.*\n/);
  const source = join(workspace.folder, "spec/components/schemas/Order.yaml");
  const original = readFileSync(source, "utf8");
  const times: Record<string, number[]> = {};

  for (let save = 0; save <= saves; save++) {
    const begin = performance.now();
    writeFileSync(source, original.replace("What a partner bought", `Save ${save}: bought`));
    for (const _step of steps) {
      const [, step = ""] = /✓ (\w+)/.exec(await dev.next(/✓ .*\n/)) ?? [];
      // The first one is a warm-up.
      if (save > 0) times[step] = [...(times[step] ?? []), performance.now() - begin];
    }
  }
  const findings: number[] = [];
  for (let save = 0; save < saves; save++) {
    const begin = performance.now();
    writeFileSync(source, original.replace(/^type: object$/m, "type: objekt"));
    await dev.next(/✗ lint/);
    findings.push(performance.now() - begin);
    writeFileSync(source, original);
    await dev.next(/✓ packages.*\n/);
  }
  await dev.interrupt();

  return {
    title: "The loop: from a save to its results",
    notes: [
      `\`npm run dev\` follows a copy of the workspace; ${saves} saves of one schema, each after the one before was through.`,
      "Until the command prints the step: then the generated file with the new text is on disk, and open pages were told to reload.",
    ],
    tables: [
      [
        ["from a save to", "median (from–to)", "goal"],
        ...Object.entries({ ...times, "lint, with a finding": findings }).map(([step, values]) => [
          step,
          formatRange(values, "ms"),
          goals[step] ? `≤ ${goals[step]} ms` : "",
        ]),
      ],
    ],
  };
}

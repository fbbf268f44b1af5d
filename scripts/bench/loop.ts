/** From a save below spec/ to what comes of it, with `npm run dev` running. */
import { readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";
import { startDev } from "../dev/dev-process.ts";
import { type Family, figureOf, tell } from "./figures.ts";
import { medianBar, plotBars } from "./plot.ts";

const saves = 12;
const goals: Record<string, number> = { lint: 500, types: 500, reference: 3000 };

export async function measure(): Promise<Family> {
  await using workspace = await copyWorkspace();
  const dev = await startDev(workspace.folder);
  await dev.next(/✓ reference.*\n/);
  const source = join(workspace.folder, "spec/components/schemas/Order.yaml");
  const types = join(workspace.folder, "packages/types/src/openapi.ts");
  const page = await fetch(`${dev.docs}/-/reload`);
  const reloads = page.body?.getReader();
  await reloads?.read();
  const original = readFileSync(source, "utf8");
  const times: Record<string, number[]> = {};
  const add = (step: string, time: number) => {
    times[step] = [...(times[step] ?? []), time];
  };

  for (let save = 0; save <= saves; save++) {
    const text = `Saved for the ${save}th time.`;
    const begin = performance.now();
    // The first one is a warm-up.
    const note = (step: string) => () => save > 0 && add(step, performance.now() - begin);
    writeFileSync(source, original.replace("What a partner bought", text));
    await Promise.all([
      untilFileHas(types, text).then(note("types")),
      dev
        .next(/✓ lint.*\n/)
        .then(note("lint"))
        .then(() => dev.next(/✓ mock.*\n/))
        .then(note("mock"))
        .then(() => dev.next(/✓ packages.*\n/))
        .then(note("packages")),
      reloads?.read().then(note("reference")),
    ]);
  }
  for (let save = 0; save < saves; save++) {
    const begin = performance.now();
    writeFileSync(source, original.replace(/^type: object$/m, "type: objekt"));
    await dev.next(/✗ lint/);
    add("lint, with a finding", performance.now() - begin);
    writeFileSync(source, original);
    await dev.next(/✓ packages.*\n/);
  }
  await dev.interrupt();

  return {
    title: "The loop: from a save to what comes of it",
    notes: [
      `\`npm run dev\` follows a copy of the workspace; ${saves} saves of one schema, each after the one before was through.`,
      "`types` is when the generated file on disk has the new text; `reference` when an open page is told to load itself anew.",
    ],
    tables: [
      {
        columns: ["from a save to", "median (from–to)", "goal"],
        rows: Object.entries(times).map(([step, values]) => [
          step,
          tell(figureOf(values), "ms"),
          goals[step] ? `≤ ${goals[step]} ms` : "",
        ]),
      },
    ],
    plots: {
      "loop.svg": plotBars({
        title: "Milliseconds from a save",
        bars: Object.entries(times).map(([step, values]) => medianBar(step, values, 0)),
        command: "npm run bench -- loop --save",
      }),
    },
  };
}

function untilFileHas(file: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(file, () => {
      if (!readFileSync(file, "utf8").includes(text)) return;
      watcher.close();
      resolve();
    });
  });
}

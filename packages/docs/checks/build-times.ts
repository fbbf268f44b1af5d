/** Times the build in a copy of the workspace: without a cache, then after one edit of the contract. */
import { appendFileSync, globSync } from "node:fs";
import { join } from "node:path";
import { copyWorkspace } from "@partner-center/lib/workspace-copy";

export interface BuildTimes {
  cold: number;
  afterEdit: number;
}

/** In seconds, of all that the site is made from: bundle, types, site. */
export async function measureBuild(): Promise<BuildTimes> {
  await using workspace = await copyWorkspace();
  const build = async () => {
    const begin = performance.now();
    await workspace.run("turbo", "run", "build", "--filter=@partner-center/docs");
    return (performance.now() - begin) / 1000;
  };
  const cold = await build();
  const schemas = globSync("spec/components/schemas/*.yaml", { cwd: workspace.folder }).slice(0, 2);
  // Other work on the machine makes a build slower, never faster.
  let afterEdit = Number.POSITIVE_INFINITY;
  for (const schema of schemas) {
    appendFileSync(join(workspace.folder, schema), "title: Edited\n");
    afterEdit = Math.min(afterEdit, await build());
  }
  return { cold, afterEdit };
}

/**
 * The Node of this machine, the one that ran `npm`: what users of the packages have. The scripts
 * themselves run on the pinned Node, which stands first on their PATH.
 */
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { temporaryFolder } from "@partner-center/lib/temporary-folder";

export interface MachineNode extends Disposable {
  /** Such as `v20.19.0`. */
  version: string;
  /** An environment in which `node` is this one. */
  env: NodeJS.ProcessEnv;
}

/** @param node its program; scripts/setup.mjs says which one it is */
export function machineNode(node = process.env.MACHINE_NODE ?? process.execPath): MachineNode {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  // Its own folder would put other programs before ours.
  const folder = temporaryFolder("machine-node-");
  symlinkSync(node, join(folder.path, "node"));
  const env = { ...process.env, PATH: `${folder.path}${delimiter}${process.env.PATH}` };
  return { version, env, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

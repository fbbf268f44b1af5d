/** Writes the security of a contract on its operations, where that of one side is written. */
import { type Contract, isObject, methods, type Operation } from "@partner-center/spec";
import type { Contracts } from "../judges/places.ts";

export function writeSecurity({ base, revision }: Contracts): void {
  const isSame = JSON.stringify(base.security ?? []) === JSON.stringify(revision.security ?? []);
  for (const [path, item] of Object.entries(base.paths ?? {})) {
    const other = revision.paths?.[path];
    if (!isObject(item) || !isObject(other) || "$ref" in item || "$ref" in other) continue;
    for (const method of methods) {
      const [old, new_] = [item[method], other[method]];
      if (!old || !new_ || (isSame && !old.security === !new_.security)) continue;
      write(base, old);
      write(revision, new_);
    }
  }
}

function write({ security = [] }: Contract, operation: Operation): void {
  operation.security ??= security;
}

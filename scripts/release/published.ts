/** Asks a registry on loopback what was published to it. */
import type { LocalRegistry } from "@partner-center/lib/registry";
import type { DistTags } from "./dist-tags.ts";

/** The version that each tag of a package stands for; none of a package that is not there. */
export async function tagsOf({ url }: LocalRegistry, name: string): Promise<DistTags> {
  const response = await fetch(`${url}/${name.replace("/", "%2f")}`);
  if (response.status === 404) return {};
  const facts: { "dist-tags": DistTags } = await response.json();
  return facts["dist-tags"];
}

export async function integrityOf(
  { url }: LocalRegistry,
  name: string,
  version: string,
): Promise<string> {
  const response = await fetch(`${url}/${name.replace("/", "%2f")}/${version}`);
  const facts: { dist: { integrity: string } } = await response.json();
  return facts.dist.integrity;
}

/**
 * How a changeset becomes an entry of a changelog: its own words without the commit's hash, which
 * tells nothing to the person who upgrades. Named in .changeset/config.json.
 */

function listItem(text: string): string {
  return `- ${text.trim().replaceAll("\n", "\n  ").replace(/ +$/gm, "")}`;
}

export default {
  getReleaseLine: ({ summary }: { summary: string }) => listItem(summary),
  getDependencyReleaseLine(_: unknown, dependencies: { name: string; newVersion: string }[]) {
    const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
    return names.length === 0 ? "" : listItem(`Needs ${names.join(", ")}.`);
  },
};
